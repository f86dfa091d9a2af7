import { Ended, defineStep, icon, longText, output, select } from '@sluice/connector-kit';

/** Ends the run here and now. */
export const stop = defineStep({
  type: 'tools.stop',
  label: 'Stop',
  summary: 'End the run here, as succeeded or as failed.',
  icon: icon('M8.5 2.5h7l6 6v7l-6 6h-7l-6-6v-7z', 'M9.5 9.5h5v5h-5z'),
  help: 'The whole run ends, its other branches too. What is being done just then is still recorded.',
  highlight: 'as',
  repeatable: true,
  exits: [],

  inputs: {
    as: select({
      label: 'End it as',
      help: 'A failed run is found under the failed ones, and can start a flow that hears of failures.',
      initial: 'succeeded',
      options: [
        { value: 'succeeded', label: 'Succeeded' },
        { value: 'failed', label: 'Failed' },
      ],
    }),
    message: longText({ label: 'Message', help: 'Why, for whoever looks at the run.' }),
  },

  outputs: {
    as: output('Ended As', 'succeeded', 'succeeded or failed.'),
    message: output('Message', 'The ticket was closed meanwhile.'),
  },

  async run({ inputs }) {
    const as = inputs.as === 'failed' ? 'failed' : 'succeeded';
    const message = inputs.message ?? (as === 'failed' ? 'The step Stop ended it.' : undefined);
    return new Ended(as, message, { as, message: message ?? null });
  },
});
