import { HaloDouble } from '../http/halo-double.ts';

/** A priority within one SLA. Its `id` is a GUID; a ticket's `priority_id` is the `priorityid`. */
export interface Priority {
  readonly id: string;
  readonly slaid: number;
  readonly priorityid: number;
  readonly name: string;
  readonly fixHours: number;
  readonly responseHours: number;
  readonly colour: string;
}

/** The priorities of the stock instance: one row for each priority of each SLA. */
export const priorities: readonly Priority[] = [
  priority('0010', [1, 1, 'Critical'], [8, 1]),
  priority('0011', [1, 2, 'High'], [16, 2]),
  priority('0013', [1, 3, 'Medium'], [24, 4]),
  priority('0014', [1, 4, 'Low'], [40, 8]),
  priority('0012', [2, 1, 'Critical'], [8, 1]),
  priority('0015', [2, 2, 'High'], [8, 2]),
  priority('0016', [2, 3, 'Medium'], [16, 2.5]),
];

/** A priority as Halo answers it, in lists and inside tickets. */
export function renderPriority(row: Priority): Record<string, unknown> {
  const { fixHours, responseHours, ...named } = row;
  return {
    ...named,
    fixtime: new HaloDouble(fixHours),
    fixunits: 'H',
    enterslaexcuse: false,
    responsetime: new HaloDouble(responseHours),
    responseunits: 'H',
    ishidden: false,
    fixendofday: false,
    responseendofday: false,
    workdaysoverride: -1,
    responsestartofday: false,
    responsestartofdaytime: '00:00:00',
    startofday: false,
    startofdaytime: '00:00:00',
    setfixtostartdate: false,
    setfixtotargetdate: true,
  };
}

function priority(
  number: string,
  [slaid, priorityid, name]: readonly [number, number, string],
  [fixHours, responseHours]: readonly [number, number],
): Priority {
  const id = `1d2c3b4a-${number}-4a00-8a00-00000000${number}`;
  const colour = ['#c53b3b', '#fe9200', '#f0c419', '#5cb85c'][priorityid - 1] ?? '#999999';
  return { id, slaid, priorityid, name, fixHours, responseHours, colour };
}
