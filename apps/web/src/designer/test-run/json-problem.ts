/** Why a text is not JSON and where, in words; undefined when it is. */
export function jsonProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Enter a JSON body, such as {}.';
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const found = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    if (found === undefined) return 'This is not JSON yet. Look for a missing bracket at the end.';
    const before = text.slice(0, Number(found)).split('\n');
    return `This is not JSON. Look at line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}.`;
  }
}
