import { StepError, defineStep, entries, icon, output } from '@sluice/connector-kit';

/** Gathers values under names of the builder's own, for the steps after it. */
export const setValues = defineStep({
  type: 'tools.set-values',
  label: 'Set Values',
  summary: 'Put values together under names of your own.',
  icon: icon('M3.5 6h7', 'M3.5 12h7', 'M3.5 18h7', 'M14.5 10h6', 'M14.5 14h6'),
  help: 'Each line becomes an output of its own, and a value within the output Values.',
  repeatable: true,
  outputPerEntryOf: 'values',

  inputs: {
    values: entries({
      label: 'Values',
      help: 'A name, and text or outputs of earlier steps. A single output keeps its type. No two names may be the same.',
      columns: { name: 'Name', value: 'Value' },
      examples: [
        { label: 'A name and a text', lines: [{ name: 'greeting', value: 'Hello ' }] },
        {
          label: 'Who is told',
          lines: [
            { name: 'team', value: '1st Line Support' },
            { name: 'channel', value: 'incidents' },
          ],
        },
      ],
    }),
  },

  outputs: {
    values: output('Values', { subject: 'Ticket 4243' }, 'All of them, by name.'),
  },

  async run({ inputs }) {
    const lines = inputs.values ?? [];
    const twice = lines.find(
      ({ name }, index) => lines.findIndex((line) => line.name === name) < index,
    );
    if (twice) {
      throw new StepError({
        code: 'invalid-input',
        message: `Two values are called “${twice.name}”.`,
        hint: 'Give each line a name of its own.',
        input: 'values',
      });
    }
    return {
      ...Object.fromEntries(lines.map((line) => [line.id, line.value ?? null])),
      values: Object.fromEntries(lines.map((line) => [line.name, line.value ?? null])),
    };
  },
});
