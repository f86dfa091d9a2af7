import { StepError, defineStep, icon, longText, output } from '@sluice/connector-kit';
import { findJsonFault } from '@sluice/schema';

const LONGEST = 2_000_000;
const DEEPEST = 200;

/** Reads JSON text, so that later steps can pick from what it holds. */
export const parseJson = defineStep({
  type: 'tools.parse-json',
  label: 'Parse JSON',
  summary: 'Turn JSON text into a value that later steps can pick from.',
  icon: icon('M8 4H4.5v16H8', 'M16 4h3.5v16H16', 'M12 9v.01', 'M12 15v.01'),
  help: `Up to ${LONGEST / 1_000_000} million characters, nested up to ${DEEPEST} levels deep.`,
  repeatable: true,

  inputs: {
    text: longText({
      label: 'JSON text',
      help: 'Such as the body of an answer, or a field that holds JSON.',
      required: true,
    }),
  },

  outputs: {
    value: output(
      'Value',
      { ticket: { id: 4243, tags: ['vpn'] } } as unknown,
      'What the text says. Pick a deeper value of it on the pill.',
    ),
  },

  async run({ inputs: { text } }) {
    if (text.length > LONGEST) {
      throw notJson(`The text is longer than ${LONGEST} characters.`);
    }
    const fault = findJsonFault(text, DEEPEST);
    if (fault) {
      const { line, column, problem } = fault;
      throw notJson(`This is not JSON from line ${line}, column ${column} on. ${problem}`);
    }
    return { value: JSON.parse(text) as unknown };
  },
});

function notJson(message: string): StepError {
  return new StepError({ code: 'invalid-input', message, input: 'text' });
}
