import { StepError, code, defineStep, entries, number, output } from '@sluice/connector-kit';
import { runInSandbox } from '../sandbox.ts';

const DEFAULT_SECONDS = 1;
const MOST_SECONDS = 30;
const LONGEST_INPUTS = 5_000_000;

/** Runs JavaScript in a sandbox and hands on what it returns. */
export const runScript = defineStep({
  type: 'script.run-script',
  label: 'Script',
  summary: 'Work a value out with JavaScript, in a sandbox.',
  help: 'The script is the body of a function: it reads inputs.name and returns a result that can be written as JSON. console.log writes to the log of the step. There are no modules, timers, network or files. It may use 32 MB.',
  repeatable: true,

  inputs: {
    script: code({
      label: 'Script',
      help: 'JavaScript. It takes no pills: give it values by name below.',
      placeholder: 'return inputs.summary.length > 80 ? "long" : "short";',
      required: true,
      examples: [
        {
          label: 'Shorten a text',
          text: 'const text = inputs.summary ?? "";\nreturn text.length > 80 ? `${text.slice(0, 79)}…` : text;',
        },
        {
          label: 'Count and group',
          text: 'const count = {};\nfor (const item of inputs.items ?? []) {\n  count[item.team] = (count[item.team] ?? 0) + 1;\n}\nreturn count;',
        },
      ],
    }),
    values: entries({
      label: 'Inputs',
      help: 'Each is a property of “inputs”. A single output keeps its type.',
      columns: { name: 'Name', value: 'Value' },
      examples: [{ label: 'As inputs.summary', lines: [{ name: 'summary', value: '' }] }],
    }),
    timeLimit: number({
      label: 'Time limit in seconds',
      help: `After it the script is ended. ${DEFAULT_SECONDS} when left out, at most ${MOST_SECONDS}.`,
      placeholder: String(DEFAULT_SECONDS),
      group: 'more',
    }),
  },

  outputs: {
    result: output('Result', { size: 'long' } as unknown, 'What the script returns.'),
  },

  async run({ inputs, log }) {
    const { script, values = [], timeLimit = DEFAULT_SECONDS } = inputs;
    if (!(timeLimit > 0 && timeLimit <= MOST_SECONDS)) {
      throw invalid(
        `The time limit must be more than 0 and at most ${MOST_SECONDS} seconds.`,
        'timeLimit',
      );
    }
    const names = new Set(values.map(({ name }) => name));
    if (names.size < values.length) throw invalid('Two inputs have the same name.', 'values');
    const given = JSON.stringify(
      Object.fromEntries(values.map(({ name, value }) => [name, value ?? null])),
    );
    if (given.length > LONGEST_INPUTS) {
      throw invalid(`The inputs are longer than ${LONGEST_INPUTS} characters as JSON.`, 'values');
    }
    const end = await runInSandbox({ code: script, inputs: given, timeLimitMs: timeLimit * 1000 });
    for (const line of end.log) log(line);
    if (end.ok) return { result: JSON.parse(end.result) as unknown };
    const place = end.line === undefined ? '' : ` in line ${end.line}`;
    throw invalid(`The script failed${place}. ${end.message}`, 'script');
  },
});

function invalid(message: string, input: string): StepError {
  return new StepError({ code: 'invalid-input', message, input });
}
