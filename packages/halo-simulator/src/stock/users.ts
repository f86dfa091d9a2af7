/** A person at a client's site who reports tickets. */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly siteId: number;
  readonly email: string;
}

/** The users of the stock instance. Every site has a General User. */
export const users: readonly User[] = [
  { id: 31, name: 'General User', siteId: 18, email: 'general.user@example.org' },
  { id: 32, name: 'Kim Dale', siteId: 18, email: 'kim.dale@example.org' },
  { id: 33, name: 'General User', siteId: 19, email: 'general.user@leeds.example.org' },
  { id: 34, name: 'Priya Nair', siteId: 19, email: 'priya.nair@example.org' },
  { id: 35, name: 'General User', siteId: 20, email: 'general.user@fenwick.example.com' },
  { id: 36, name: 'Tomas Berg', siteId: 20, email: 'tomas.berg@fenwick.example.com' },
  { id: 37, name: 'General User', siteId: 21, email: 'general.user@dc.fenwick.example.com' },
  { id: 38, name: 'General User', siteId: 22, email: 'general.user@harbour.example.net' },
  { id: 39, name: 'Ada Quinn', siteId: 22, email: 'ada.quinn@harbour.example.net' },
];
