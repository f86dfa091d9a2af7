/** A scalar in a JSON text: as it was written, and where it ends. */
export interface JsonScalar {
  readonly text: string;
  readonly line: number;
  readonly position: number;
}

/**
 * Finds every scalar of a valid JSON text by its path, such as `[0].outcome_id`.
 *
 * `JSON.parse` makes `95.0` and `95` the same number, and Halo does not; its messages also name
 * the line and position. Only read for bodies that look suspicious.
 */
export function scanJson(json: string): ReadonlyMap<string, JsonScalar> {
  const scalars = new Map<string, JsonScalar>();
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  const open: { readonly kind: string; key: string | number }[] = [];
  let awaitingKey = false;

  for (const match of json.matchAll(token)) {
    const text = match[0];
    const inside = open.at(-1);
    if (text === '{' || text === '[') {
      open.push({ kind: text, key: text === '[' ? 0 : '' });
      awaitingKey = text === '{';
    } else if (text === '}' || text === ']') {
      open.pop();
      awaitingKey = false;
    } else if (text === ',') {
      if (typeof inside?.key === 'number') inside.key += 1;
      awaitingKey = inside?.kind === '{';
    } else if (text === ':') {
      awaitingKey = false;
    } else if (awaitingKey && inside !== undefined) {
      inside.key = JSON.parse(text) as string;
    } else {
      const end = match.index + text.length;
      const before = json.slice(0, end).split('\n');
      const place = { line: before.length, position: before.at(-1)?.length ?? 0 };
      scalars.set(pathOf(open.map((level) => level.key)), { text, ...place });
    }
  }
  return scalars;
}

function pathOf(keys: readonly (string | number)[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : (index === 0 ? '' : '.') + key))
    .join('');
}
