import { HaloDouble } from '../http/halo-double.ts';
import { clients } from './clients.ts';
import { sites } from './sites.ts';
import type { User } from './users.ts';

/** A user as Halo answers it; its `site_id` is a double, its `client_id` is not. */
export function renderUser(user: User): Record<string, unknown> {
  const site = sites.find((candidate) => candidate.id === user.siteId);
  const client = clients.find((candidate) => candidate.id === site?.clientId);
  const [firstname = '', surname = ''] = user.name.split(' ');
  return {
    id: user.id,
    name: user.name,
    site_id: new HaloDouble(user.siteId),
    site_name: site?.name,
    client_name: client?.name,
    firstname,
    surname,
    initials: firstname.charAt(0) + surname.charAt(0),
    emailaddress: user.email,
    phonenumber_preferred: '',
    sitephonenumber: '',
    telpref: 0,
    login: '',
    inactive: false,
    colour: '#2bd3c6',
    isimportantcontact: false,
    neversendemails: false,
    priority_id: 0,
    linked_agent_id: 0,
    customfields: [],
    custombuttons: [],
    isserviceaccount: false,
    organisation_id: 1,
    departments: [],
    use: 'user',
    client_id: client?.id,
  };
}
