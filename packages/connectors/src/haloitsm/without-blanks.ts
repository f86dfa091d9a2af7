/** Inputs without those that are empty: a new record has nothing that could be emptied. */
export function withoutBlanks(
  inputs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(inputs).filter(
      ([, value]) => value !== null && !(typeof value === 'string' && value.trim() === ''),
    ),
  );
}
