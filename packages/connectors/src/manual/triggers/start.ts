import { defineTrigger, output } from '@sluice/connector-kit';

/** Starts when somebody presses Run. */
export const start = defineTrigger({
  type: 'manual.start',
  label: 'Manual',
  summary: 'Start when somebody presses Run.',
  help: 'Run starts the published version, with a payload that whoever presses it may edit.',
  source: 'manual',
  outputs: {
    payload: output('Payload', { ticketId: 4243 } as unknown, 'What was given to it, any JSON.'),
    startedBy: output('Started By', 'Anna Keller', 'Who pressed Run.'),
  },
  samples: [{ label: 'A ticket', body: { ticketId: 4243 } }],
  receive: ({ body, userName }) => [
    {
      outputs: { payload: body, startedBy: userName ?? null },
      title: userName === undefined ? 'Started by hand' : `Started by ${userName}`,
    },
  ],
});
