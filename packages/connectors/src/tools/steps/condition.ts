import {
  type Compared,
  StepError,
  Taken,
  conditions,
  defineStep,
  icon,
  output,
} from '@sluice/connector-kit';
import { compare, quoted } from '../compare.ts';
import { operators } from '../operators.ts';

/** Leaves by one of two exits: whether at least one set of comparisons holds. */
export const condition = defineStep({
  type: 'tools.condition',
  label: 'Condition',
  summary: 'Go one of two ways, depending on whether comparisons hold.',
  icon: icon(
    'M12 2.5 21.5 12 12 21.5 2.5 12z',
    'M9.8 10a2.3 2.3 0 1 1 3.4 2c-.8.4-1.2.9-1.2 1.6',
    'M12 16.6v.01',
  ),
  help: 'Within a set every comparison must hold; of several sets, one. Capitals and spaces around do not matter. A comparison that cannot be made, such as of a word with a number, does not hold.',
  highlight: 'result',
  repeatable: true,

  inputs: {
    conditions: conditions({
      label: 'Conditions',
      help: 'Text or outputs of earlier steps on either side. Dates without a time zone are UTC.',
      required: true,
      operators,
      examples: [
        {
          label: 'A word in the text',
          comparison: { left: '', operator: 'contains', right: 'vpn' },
        },
        {
          label: 'Nothing given',
          comparison: { left: '', operator: 'blank', right: '' },
        },
        {
          label: 'More than a number',
          comparison: { left: '', operator: 'more-than', right: '3' },
        },
      ],
    }),
  },

  outputs: {
    result: output('Result', true, 'Whether the comparisons hold.'),
    set: output('Set', 1, 'The number of the first set that holds; empty when none does.'),
  },

  exits: [
    { id: 'true', label: 'If true' },
    { id: 'false', label: 'If false' },
  ],

  async run({ inputs, log }) {
    const sets = inputs.conditions.filter((set) => set.length > 0);
    if (sets.length === 0) {
      throw new StepError({
        code: 'invalid-input',
        message: 'There is nothing to compare.',
        hint: 'Add a comparison.',
        input: 'conditions',
      });
    }
    const found = sets.findIndex((set) => set.every((each) => holds(each, log)));
    return new Taken([found === -1 ? 'false' : 'true'], {
      result: found !== -1,
      set: found === -1 ? null : found + 1,
    });
  },
});

function holds(compared: Compared, log: (line: string) => void): boolean {
  const verdict = compare(compared);
  const known = operators.find(({ value }) => value === compared.operator);
  if (!verdict || !known) {
    throw new StepError({
      code: 'invalid-input',
      message: `This step does not know the comparison “${compared.operator}”.`,
      hint: 'Open the step and choose another way to compare.',
      input: 'conditions',
    });
  }
  const right = 'takesNothing' in known ? '' : ` ${quoted(compared.right)}`;
  const answer = verdict.holds ? 'yes' : 'no';
  const why = verdict.why === undefined ? '' : `, because ${verdict.why}`;
  log(`${quoted(compared.left)} ${known.label}${right}: ${answer}${why}.`);
  return verdict.holds;
}
