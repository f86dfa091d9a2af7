import { integerParam } from '../http/query.ts';
import { renderUser } from './render-user.ts';
import { sites } from './sites.ts';
import { type User, users } from './users.ts';

/** The users that a list asks for, by client, site, words, and `advanced_search` with its equals (2). */
export function findUsers(params: URLSearchParams): readonly User[] {
  const clientId = integerParam(params, 'client_id');
  const siteId = integerParam(params, 'site_id');
  const words = params.get('search')?.toLowerCase() ?? '';
  const filters = readFilters(params.get('advanced_search'));
  return users.filter((user) => {
    const site = sites.find((candidate) => candidate.id === user.siteId);
    return (
      (clientId === undefined || site?.clientId === clientId) &&
      (siteId === undefined || user.siteId === siteId) &&
      `${user.name} ${user.email}`.toLowerCase().includes(words) &&
      filters.every((filter) => fits(user, filter))
    );
  });
}

interface Filter {
  readonly filter_name?: unknown;
  readonly filter_type?: unknown;
  readonly filter_value?: unknown;
}

function readFilters(json: string | null): readonly Filter[] {
  try {
    const filters: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(filters) ? filters.filter((one) => typeof one === 'object' && one) : [];
  } catch {
    return [];
  }
}

function fits(user: User, { filter_name, filter_type, filter_value }: Filter): boolean {
  if (filter_type !== 2) return true;
  const actual = renderUser(user)[String(filter_name)];
  return String(actual ?? '').toLowerCase() === String(filter_value).toLowerCase();
}
