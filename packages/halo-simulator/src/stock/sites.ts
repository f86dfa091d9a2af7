import { HaloDouble } from '../http/halo-double.ts';
import { clients } from './clients.ts';

/** A client's site. The first site of a client is its main one. */
export interface Site {
  readonly id: number;
  readonly name: string;
  readonly clientId: number;
}

/** The sites of the stock instance. */
export const sites: readonly Site[] = [
  { id: 18, name: 'Main', clientId: 12 },
  { id: 19, name: 'Leeds Depot', clientId: 12 },
  { id: 20, name: 'Head Office', clientId: 13 },
  { id: 21, name: 'Distribution Centre', clientId: 13 },
  { id: 22, name: 'St Anne Hospital', clientId: 14 },
];

/** A site as Halo answers it; its `client_id` is a double. */
export function renderSite({ id, name, clientId }: Site): Record<string, unknown> {
  const clientName = clients.find((client) => client.id === clientId)?.name ?? '';
  return {
    id,
    name,
    client_id: new HaloDouble(clientId),
    client_name: clientName,
    clientsite_name: `${clientName}/${name}`,
    inactive: false,
    sla_id: -1,
    phonenumber: '',
    colour: '#1d85d0',
    timezone: 'GMT Standard Time',
    isstocklocation: false,
    messagegroup_id: 0,
    isinvoicesite: false,
    use: 'site',
  };
}
