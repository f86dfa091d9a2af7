import { findJsonFault } from '@sluice/schema';
import { saySentence } from '../../words/say-sentence.ts';
import { say } from '../../words/say.ts';

/** Why a text is not JSON and where, in words; undefined when it is. */
export function jsonProblem(text: string): string | undefined {
  if (text.trim() === '') return say('designer.test-run.json-missing', { sample: '{}' });
  const fault = findJsonFault(text);
  return (
    fault &&
    say('designer.test-run.not-json', {
      line: fault.line,
      character: fault.column,
      problem: saySentence(fault.problem),
    })
  );
}
