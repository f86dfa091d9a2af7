import { refuse } from '../http/refusals.ts';
import { clients, defaultClientId } from '../stock/clients.ts';
import { findById } from '../stock/find-by-id.ts';
import { sites } from '../stock/sites.ts';
import { users } from '../stock/users.ts';
import type { TicketFields } from './ticket-fields.ts';
import type { Ticket } from './ticket.ts';

/** Whom a ticket is about. */
export type Place = Pick<
  Ticket,
  'client_id' | 'site_id' | 'user_id' | 'user_name' | 'user_email' | 'reportedby'
>;

/**
 * Works out client, site and user from whichever of them were sent.
 *
 * A user decides the site, a site the client; a client alone means its first site and the General
 * User there; none of them means the default client.
 */
export function placeOf(fields: TicketFields): Place {
  const user = known('User', fields.user_id, users);
  const namedSite = known('Site', fields.site_id, sites);
  const client = known('Client', fields.client_id, clients);
  const clientId = namedSite?.clientId ?? client?.id ?? defaultClientId;
  const site =
    findById(sites, user?.siteId) ??
    namedSite ??
    sites.find((candidate) => candidate.clientId === clientId);
  if (site === undefined) throw refuse('The Client has no Site');
  const contact = user ?? users.find((candidate) => candidate.siteId === site.id);
  if (contact === undefined) throw refuse('The Site has no User');

  const email = fields.user_email ?? contact.email;
  return {
    client_id: site.clientId,
    site_id: site.id,
    user_id: contact.id,
    user_name: fields.users_name ?? lookupName(fields) ?? contact.name,
    user_email: email,
    reportedby: fields.reportedby ?? email,
  };
}

/** Id -1 stands for the client's General User, under the name that is sent along. */
function lookupName(fields: TicketFields): string | undefined {
  const { id, lookupdisplay } = fields.userlookup ?? {};
  return id === -1 && typeof lookupdisplay === 'string' ? lookupdisplay : undefined;
}

function known<Row extends { readonly id: number }>(
  name: string,
  id: number | undefined,
  rows: readonly Row[],
): Row | undefined {
  if (id === undefined) return undefined;
  const row = findById(rows, id);
  if (row === undefined) throw refuse(`${name} ${id} does not exist`);
  return row;
}
