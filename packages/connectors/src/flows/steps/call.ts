import {
  type CalledRun,
  StepError,
  defineStep,
  entries,
  flow,
  icon,
  output,
  toggle,
} from '@sluice/connector-kit';
import { valuesByName } from '../values-by-name.ts';

/** Runs another flow, and goes on with what it answers. */
export const call = defineStep({
  type: 'flows.call',
  label: 'Call a Flow',
  summary: 'Run another flow, wait for it, and go on with its answer.',
  icon: icon(
    'M13.5 3.5h7v7',
    'M20.5 3.5 11 13',
    'M18.5 14.5v4a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2h4',
  ),
  help: 'The flow must be published and begin with the trigger Callable. Its answer is what its step Respond says. The run waits as long as the called run takes, also when the server is restarted.',
  highlight: 'status',
  repeatable: true,
  changes: true,

  inputs: {
    flowId: flow({
      label: 'Flow',
      help: 'Those that are published and begin with the trigger Callable.',
      required: true,
      among: 'callable',
    }),
    inputs: entries({
      label: 'Inputs',
      help: 'What the called flow is given, by the names that its Callable trigger declares.',
      columns: { name: 'Flow input', value: 'Value', takenByFlow: 'flowId' },
    }),
    goOn: toggle({
      label: 'Go on when it fails',
      help: 'Yes: this step succeeds, and its Status says what became of the called run. Otherwise this step fails with it.',
      group: 'more',
    }),
  },

  outputs: {
    answer: output('Answer', { ok: true } as unknown, 'What it answered; empty when it did not.'),
    runId: output('Run ID', '01990000-0000-7000-8000-000000000000', 'The called run.'),
    status: output('Status', 'succeeded', 'succeeded, failed or cancelled.'),
    message: output('Message', 'Halo says no.', 'Why it failed; empty when it did not.'),
  },

  async run({ inputs, flows, log }) {
    const given = valuesByName(inputs.inputs ?? []);
    const calls = [{ key: 'call', flowId: inputs.flowId, inputs: given }];
    const [called] = await flows.run(calls, 1);
    const { runId, status, answer, message } = called as CalledRun;
    log(`Called the run ${runId}: ${status}.`);
    if (status !== 'succeeded' && inputs.goOn !== true) {
      throw new StepError({
        code: 'refused',
        message: `The called run did not succeed. ${message ?? ''}`.trim(),
        hint: 'Open the called run to see why, then retry this one.',
      });
    }
    return { answer: answer ?? null, runId, status, message: message ?? null };
  },
});
