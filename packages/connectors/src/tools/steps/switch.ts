import { Taken, anyValue, defineStep, entries, icon, output } from '@sluice/connector-kit';
import { asText } from '@sluice/schema';

/** What stands for "there is nothing" in the value of a case. */
const BLANK = '(blank)';

/** Leaves by the first case that the value equals, or by Otherwise. */
export const switchStep = defineStep({
  type: 'tools.switch',
  label: 'Switch',
  summary: 'Choose the way on by comparing a value with cases.',
  icon: icon('M3 12h5', 'M8 12c3.5 0 3-6.5 6.5-6.5H20', 'M8 12h12', 'M8 12c3.5 0 3 6.5 6.5 6.5H20'),
  help: 'The cases are compared in order, and the first that fits is taken. Capitals and spaces around do not matter. “(blank)”, or nothing, fits a value that is missing or empty.',
  highlight: 'case',
  repeatable: true,

  inputs: {
    value: anyValue({ label: 'Value', help: 'What to compare, such as the Signal Mode.' }),
    cases: entries({
      label: 'Cases',
      help: 'Each is a way on: what it is called, and the value it is for.',
      columns: { name: 'Case', value: 'Equals' },
      examples: [
        {
          label: 'Assigned or not',
          lines: [
            { name: 'Assigned', value: 'assigned' },
            { name: 'Unassigned', value: 'unassigned' },
          ],
        },
        { label: 'Nothing given', lines: [{ name: 'Blank', value: BLANK }] },
      ],
    }),
  },

  outputs: {
    case: output('Case', 'Unassigned', 'The name of the case that was taken.'),
    value: output('Value', 'unassigned' as unknown, 'The value that was compared.'),
  },

  exitPerEntryOf: 'cases',
  exits: [{ id: 'otherwise', label: 'Otherwise' }],

  async run({ inputs, log }) {
    const cases = (inputs.cases ?? []) as readonly Case[];
    const value = plain(inputs.value);
    const found = cases.find((each) => fits(value, plain(each.value)));
    log(found ? `Took “${found.name}”.` : 'No case fits, so Otherwise was taken.');
    return new Taken([found?.id ?? 'otherwise'], {
      case: found?.name ?? 'Otherwise',
      value: inputs.value ?? null,
    });
  },
});

/** A line as the engine hands it over: its id is the id of its exit. */
interface Case {
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
}

function fits(value: string, wanted: string): boolean {
  return wanted === BLANK ? value === '' : value === wanted;
}

function plain(value: unknown): string {
  return asText(value).trim().toLowerCase();
}
