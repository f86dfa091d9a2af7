import {
  Answered,
  type NameValue,
  StepError,
  defineStep,
  entries,
  icon,
  json,
  longText,
  number,
  output,
} from '@sluice/connector-kit';
import { asText, findJsonFault } from '@sluice/schema';

const DEEPEST = 64;

/** Answers whoever waits for this run. */
export const respond = defineStep({
  type: 'tools.respond',
  label: 'Respond',
  summary: 'Answer the sender, or the flow, that waits for this run.',
  icon: icon('M9 6 3.5 11.5 9 17', 'M3.5 11.5H14a6.5 6.5 0 0 1 6.5 6.5v1'),
  help: 'The sender waits if its trigger says so under Settings; a flow that called this one always does. The first answer counts, and the run goes on after it.',
  highlight: 'status',
  repeatable: true,

  inputs: {
    status: number({
      label: 'Status',
      help: 'The HTTP status for the sender, from 200 to 599. 200 when left out.',
      placeholder: '200',
      initial: '200',
    }),
    body: json({
      label: 'Body (JSON)',
      help: 'An output that stands alone is sent as it is.',
      placeholder: '{"ok": true}',
      examples: ['{"ok": true}', '{"ok": false, "reason": "…"}'],
    }),
    text: longText({
      label: 'Or text',
      help: 'Plain text in place of JSON.',
      group: 'more',
    }),
    headers: entries({
      label: 'Headers',
      help: 'Further headers for the sender, such as Location. Those of the connection itself are left out.',
      columns: { name: 'Header', value: 'Value' },
      examples: [{ label: 'Where to look', lines: [{ name: 'Location', value: '/things/1' }] }],
    }),
  },

  outputs: {
    status: output('Status', 200, 'What was answered.'),
    body: output('Body', { ok: true } as unknown, 'What was answered.'),
  },

  async run({ inputs, log }) {
    const { status = 200, headers = [] } = inputs;
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw invalid('status', `The status must be a whole number from 200 to 599, not ${status}.`);
    }
    const body = readBody(inputs);
    const answer = { status, headers: readHeaders(headers, log), body };
    return new Answered(answer, { status, body: body ?? null });
  },
});

interface Bodies {
  readonly body?: string | undefined;
  readonly text?: string | undefined;
}

function readBody({ body, text }: Bodies): unknown {
  if (body === undefined) return text;
  if (text !== undefined) throw invalid('text', 'Both JSON and text are given. Empty one of them.');
  const fault = findJsonFault(body, DEEPEST);
  if (!fault) return JSON.parse(body) as unknown;
  const { line, column, problem } = fault;
  throw invalid('body', `This is not JSON from line ${line}, column ${column} on. ${problem}`);
}

function readHeaders(
  lines: readonly NameValue[],
  log: (line: string) => void,
): Readonly<Record<string, string>> {
  const fitting = lines.flatMap(({ name, value }): [string, string][] => {
    const text = asText(value);
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(text)) {
      return [[name, text]];
    }
    log(`The header “${name}” holds characters that no header may hold; it is left out.`);
    return [];
  });
  return Object.fromEntries(fitting);
}

function invalid(input: string, message: string): StepError {
  return new StepError({ code: 'invalid-input', message, input });
}
