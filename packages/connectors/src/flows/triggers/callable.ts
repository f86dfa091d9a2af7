import { type NameValue, defineTrigger, entries, icon, output } from '@sluice/connector-kit';
import { within } from '@sluice/schema';

/** Starts when a step of another flow calls. */
export const callable = defineTrigger({
  type: 'flows.callable',
  label: 'Callable',
  summary: 'Start when another flow calls this one.',
  icon: icon('M3 12h10.5', 'M9.5 8l4 4-4 4', 'M9 3.5h9.5a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H9'),
  help: 'Other flows call this one with Call a Flow or For Each once it is published. What the step Respond says is their answer.',
  source: 'call',
  outputPerEntryOf: 'inputs',

  inputs: {
    inputs: entries({
      label: 'Inputs',
      help: 'What a caller is asked for. Each becomes an output of this trigger. For Each gives “item” and “index”.',
      columns: { name: 'Input', value: 'Sample' },
    }),
  },

  outputs: {
    inputs: output('Inputs', { item: 'A1' } as unknown, 'All that the caller gave, by name.'),
  },

  samples: [{ label: 'An item of a list', body: { item: 'A1', index: 0 } }],

  receive({ body, inputs }) {
    const declared = (inputs['inputs'] ?? []) as readonly NameValue[];
    const outputs = Object.fromEntries(
      declared.map(({ id, name }) => [id, within(body, name) ?? null]),
    );
    return [{ outputs: { ...outputs, inputs: body }, title: titleOf(body) }];
  },
});

/** An item's number tells its run apart from the others of its list. */
function titleOf(body: unknown): string {
  const index = within(body, 'index');
  return typeof index === 'number' ? `Called for item ${index}` : 'Called by another flow';
}
