import {
  StepError,
  type ValuePerWay,
  type WayIn,
  defineStep,
  icon,
  output,
  perWay,
} from '@sluice/connector-kit';

/** Where branches meet: gives each named value what it is for the way that was taken. */
export const merge = defineStep({
  type: 'tools.merge',
  label: 'Merge',
  summary: 'Join up to 10 ways, with values that depend on the way taken.',
  icon: icon('M3 5h2c5.5 0 4 7 9 7h6.5', 'M3 19h2c5.5 0 4-7 9-7', 'M17 8.5 20.5 12 17 15.5'),
  help: 'Each output is given one value for every way that leads here. When several ways were taken, the first of them that has a value counts, in the order in which they are drawn here.',
  repeatable: true,
  outputPerEntryOf: 'outputs',

  inputs: {
    outputs: perWay({
      label: 'Outputs',
      help: 'A name, and what it is when the run comes by each of the ways.',
      columns: { name: 'Output', value: 'Value' },
    }),
  },

  outputs: {
    values: output('Values', { ticketId: 4243 } as unknown, 'All of them, by name.'),
  },

  async run({ inputs, waysIn, log }) {
    const lines = inputs.outputs ?? [];
    const twice = lines.find(
      ({ name }, index) => lines.findIndex((line) => line.name === name) < index,
    );
    if (twice) {
      throw new StepError({
        code: 'invalid-input',
        message: `Two outputs are called “${twice.name}”.`,
        hint: 'Give each a name of its own.',
        input: 'outputs',
      });
    }
    const merged = lines.map((line) => ({ ...line, value: valueFor(line, waysIn) ?? null }));
    for (const { name, value } of merged) if (value === null) log(`“${name}” has no value.`);
    return {
      ...Object.fromEntries(merged.map(({ id, value }) => [id, value])),
      values: Object.fromEntries(merged.map(({ name, value }) => [name, value])),
    };
  },
});

/** In the order in which the ways are drawn, however the values came to be stored. */
function valueFor({ values }: ValuePerWay, waysIn: readonly WayIn[]): unknown {
  const given = waysIn.map(
    (way) => values.find(({ source, exit }) => source === way.source && exit === way.exit)?.value,
  );
  return given.find((value) => !isBlank(value));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
