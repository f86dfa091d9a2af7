import { agents } from '../stock/agents.ts';
import { categories } from '../stock/categories.ts';
import { clients } from '../stock/clients.ts';
import { priorities } from '../stock/priorities.ts';
import { statuses } from '../stock/statuses.ts';
import { ticketTypes } from '../stock/ticket-types.ts';

/** What the page's drop-downs offer, and the names it shows for ids. */
export function stockChoices(): Readonly<Record<string, readonly unknown[]>> {
  const named = ({ id, name }: { readonly id: number; readonly name: string }) => ({ id, name });
  return {
    types: ticketTypes.map((type) => ({ ...named(type), sla: type.default_sla })),
    priorities: priorities.map((row) => ({ id: row.priorityid, name: row.name, sla: row.slaid })),
    clients: clients.map(named),
    agents: agents.map(named),
    statuses: statuses.map((status) => ({ ...named(status), colour: status.colour })),
    categories: categories.filter((row) => row.type_id === 1).map((row) => row.value),
  };
}
