import type { Ticket } from '../tickets/ticket.ts';

/** The names of table columns that conditions use, where a ticket's property is called otherwise. */
const columns: Readonly<Record<string, keyof Ticket>> = {
  assignedtoint: 'agent_id',
  assignedto: 'agent_id',
  requesttype: 'tickettype_id',
  requesttypenew: 'tickettype_id',
  status: 'status_id',
  seriousness: 'priority_id',
  areaint: 'client_id',
  sitenumber: 'site_id',
  category2: 'category_1',
  category3: 'category_2',
  category4: 'category_3',
  category5: 'category_4',
  symptom: 'summary',
};

/**
 * Whether a ticket meets a condition of a notification: type 0 is equal to, 1 is not equal to, 5 is
 * greater than, 30 has no value. A type or a field that is not known here meets nothing.
 */
export function matchesCondition(
  ticket: Ticket,
  condition: Readonly<Record<string, unknown>>,
): boolean {
  const field = String(condition['fieldname']).toLowerCase();
  const values = ticket as unknown as Readonly<Record<string, unknown>>;
  const actual = values[columns[field] ?? field];
  const wanted =
    typeof actual === 'number'
      ? Number(condition['value_int'] ?? condition['value_string'])
      : String(condition['value_string'] ?? condition['value_int'] ?? '');

  switch (Number(condition['type'])) {
    case 0:
      return actual !== undefined && same(actual, wanted);
    case 1:
      return actual !== undefined && !same(actual, wanted);
    case 5:
      return typeof actual === 'number' && actual > Number(wanted);
    case 30:
      return actual === undefined || actual === '' || actual === 0;
    default:
      return false;
  }
}

function same(actual: unknown, wanted: string | number): boolean {
  return typeof wanted === 'number'
    ? actual === wanted
    : String(actual).toLowerCase() === wanted.toLowerCase();
}
