import { type FailedRun, defineTrigger, flow, icon, output } from '@sluice/connector-kit';

/** Starts when a run of another flow has failed. */
export const failed = defineTrigger({
  type: 'flows.failed',
  label: 'Flow Failed',
  summary: 'Start when a run fails.',
  icon: icon('M12 3.5 2.5 20h19z', 'M12 10v4.5', 'M12 17.2v.01'),
  help: 'Tests do not count, nor does a run that this trigger itself led to: its failure starts nothing.',
  source: 'failure',

  inputs: {
    flowId: flow({
      label: 'Flow to listen to',
      help: 'Leave it empty to hear of the failures of all flows.',
      placeholder: 'All flows',
    }),
  },

  outputs: {
    runId: output('Run ID', '01990000-0000-7000-8000-000000000000', 'The run that failed.'),
    flowId: output('Flow ID', '01980000-0000-7000-8000-000000000000'),
    flowName: output('Flow Name', 'Create tickets'),
    title: output('Title', '#4243 Antares API returning 502', 'What the run was about.'),
    step: output('Step', 'Create Ticket', 'The step that failed; empty when none did.'),
    code: output('Code', 'refused', 'A word for the kind of failure; empty when no step failed.'),
    message: output('Message', 'Halo says no.', 'Why it failed.'),
    failedAt: output('Failed At', '2026-09-25T06:40:00.000Z'),
  },

  samples: [
    {
      label: 'A refused ticket',
      body: {
        runId: '01990000-0000-7000-8000-000000000000',
        flowId: '01980000-0000-7000-8000-000000000000',
        flowName: 'Create tickets',
        title: '#4243 Antares API returning 502',
        failedAt: '2026-09-25T06:40:00.000Z',
        step: { id: 'create', name: 'Create Ticket' },
        code: 'refused',
        message: 'Halo says no.',
      },
    },
  ],

  hears: (run, { flowId }) => flowId === undefined || flowId === run.flowId,

  receive({ body }) {
    const { step, code, ...run } = body as Partial<FailedRun>;
    return [
      {
        outputs: { ...run, step: step?.name ?? null, code: code ?? null },
        title: `${run.flowName ?? 'A flow'} failed: ${run.message ?? ''}`,
      },
    ];
  },
});
