import {
  type CalledRun,
  StepError,
  anyValue,
  defineStep,
  entries,
  flow,
  icon,
  number,
  output,
  toggle,
} from '@sluice/connector-kit';
import { valuesByName } from '../values-by-name.ts';

const MOST_ITEMS = 1000;
const MOST_AT_ONCE = 50;
const DEFAULT_AT_ONCE = 5;

/** Runs a flow for each item of a list, so many at once. */
export const forEach = defineStep({
  type: 'flows.for-each',
  label: 'For Each',
  summary: 'Run a flow for each item of a list, and gather the answers.',
  icon: icon(
    'M3.5 11.5a8.5 8.5 0 0 1 14.6-5.3l2.4 2.3',
    'M20.5 3.5v5h-5',
    'M20.5 12.5a8.5 8.5 0 0 1-14.6 5.3l-2.4-2.3',
    'M3.5 20.5v-5h5',
  ),
  help: `Each run of the flow is given the inputs “item” and “index” (0 for the first), and those added below. Up to ${MOST_ITEMS} items. When one fails the others are run all the same. Retried, only what failed is run again.`,
  highlight: 'succeeded',
  repeatable: true,
  changes: true,

  inputs: {
    list: anyValue({
      label: 'List',
      help: 'An output that is a list, or text that is a JSON array.',
      required: true,
    }),
    flowId: flow({
      label: 'Flow',
      help: 'Those that are published and begin with the trigger Callable.',
      required: true,
      among: 'callable',
    }),
    inputs: entries({
      label: 'More inputs',
      help: 'What every run of it is given besides “item” and “index”.',
      columns: { name: 'Flow input', value: 'Value', takenByFlow: 'flowId' },
    }),
    atOnce: number({
      label: 'Items at once',
      help: `How many runs may be under way together: ${DEFAULT_AT_ONCE} when left out, at most ${MOST_AT_ONCE}.`,
      placeholder: String(DEFAULT_AT_ONCE),
      group: 'more',
    }),
    goOn: toggle({
      label: 'Go on when an item fails',
      help: 'Yes: this step succeeds, and its Failed says how many failed. Otherwise it fails once all have been run.',
      group: 'more',
    }),
  },

  outputs: {
    results: output(
      'Results',
      [{ ok: true }, { ok: false }] as unknown[],
      'The answers, in the order of the list; empty for an item that failed or did not answer.',
    ),
    succeeded: output('Succeeded', 2, 'How many items succeeded.'),
    failed: output('Failed', 0, 'How many items failed or were cancelled.'),
    failures: output(
      'Failures',
      [{ index: 1, message: 'Halo says no.', runId: '01990000' }] as unknown[],
      'Which items failed, and why.',
    ),
  },

  async run({ inputs, flows, log }) {
    const list = readList(inputs.list);
    const atOnce = readAtOnce(inputs.atOnce ?? DEFAULT_AT_ONCE);
    const more = valuesByName(inputs.inputs ?? []);
    const calls = list.map((item, index) => ({
      key: String(index),
      flowId: inputs.flowId,
      inputs: { ...more, item, index },
    }));
    const runs = await flows.run(calls, atOnce);
    const failures = runs.flatMap((run, index) => failureOf(run, index));
    log(`${runs.length - failures.length} of ${runs.length} items succeeded.`);
    if (failures[0] && inputs.goOn !== true) {
      const { index, message } = failures[0];
      throw new StepError({
        code: 'refused',
        message: `${failures.length} of ${runs.length} items failed; item ${index} first. ${message}`,
        hint: 'Open the failed runs to see why. Retried, only those are run again.',
      });
    }
    return {
      results: runs.map(({ answer }) => answer ?? null),
      succeeded: runs.length - failures.length,
      failed: failures.length,
      failures,
    };
  },
});

function failureOf({ status, message, runId }: CalledRun, index: number) {
  if (status === 'succeeded') return [];
  return [{ index, message: message ?? 'It failed.', runId }];
}

function readList(given: unknown): readonly unknown[] {
  const list = typeof given === 'string' ? parse(given) : given;
  if (!Array.isArray(list)) {
    throw invalid('list', 'The list is neither a list nor text that is a JSON array.');
  }
  if (list.length > MOST_ITEMS) {
    throw invalid(
      'list',
      `The list has ${list.length} items, and ${MOST_ITEMS} are the most that can be run.`,
    );
  }
  return list;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAtOnce(given: number): number {
  if (Number.isInteger(given) && given >= 1 && given <= MOST_AT_ONCE) return given;
  throw invalid('atOnce', `Items at once must be a whole number from 1 to ${MOST_AT_ONCE}.`);
}

function invalid(input: string, message: string): StepError {
  return new StepError({ code: 'invalid-input', message, input });
}
