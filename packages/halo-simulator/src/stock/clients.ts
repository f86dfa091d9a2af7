/** A client as `/api/Client` lists it. */
export interface Client {
  readonly id: number;
  readonly name: string;
  readonly colour: string;
  readonly isVip: boolean;
}

/** The client of a ticket that names neither a client, nor a site, nor a user. */
export const defaultClientId = 12;

/** The clients of the stock instance. */
export const clients: readonly Client[] = [
  { id: 12, name: 'Example Org Ltd', colour: '#a75ded', isVip: false },
  { id: 13, name: 'Fenwick Retail', colour: '#1d85d0', isVip: false },
  { id: 14, name: 'Harbour Health', colour: '#4c9f38', isVip: true },
];

/** A client as Halo answers it. */
export function renderClient({ isVip, ...client }: Client): Record<string, unknown> {
  return {
    ...client,
    toplevel_id: 1,
    toplevel_name: 'Customers',
    inactive: false,
    confirmemail: 0,
    actionemail: 0,
    clearemail: 0,
    messagegroup_id: 0,
    mailbox_override: 0,
    default_mailbox_id: 0,
    pritech: 0,
    sectech: 0,
    accountmanagertech: 0,
    use: 'client',
    key: client.id,
    table: 2,
    ref: '',
    is_vip: isVip,
  };
}
