import { findJsonFault } from '@sluice/schema';

/** Why a text is not JSON and where, in words; undefined when it is. */
export function jsonProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Enter a JSON body, such as {}.';
  const fault = findJsonFault(text);
  return (
    fault &&
    `This is not JSON. Look at line ${fault.line}, character ${fault.column}. ${fault.problem}`
  );
}
