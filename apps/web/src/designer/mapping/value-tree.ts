/** One value within a structured one. */
export interface TreeEntry {
  readonly key: string | number;
  readonly value: unknown;
}

/** A deeper value and the way to it. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** How many keys a path may have, and how long a key may be: what the flow document allows. */
export const LONGEST_PATH = 20;
const LONGEST_KEY = 200;

/** What a list or an object holds directly and a path can name; empty for a plain value. */
export function entriesOf(value: unknown): readonly TreeEntry[] {
  if (Array.isArray(value)) return value.map((item: unknown, key) => ({ key, value: item }));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([key]) => key.length <= LONGEST_KEY)
    .map(([key, item]) => ({ key, value: item as unknown }));
}

/** Whether there is anything to unfold. */
export function isStructured(value: unknown): boolean {
  return entriesOf(value).length > 0;
}

/** The plain values at the ends of a structured one, breadth first, at most `most` of them. */
export function leavesOf(value: unknown, most = 300): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let level: Leaf[] = [{ path: [], value }];
  for (let depth = 0; level.length > 0 && depth < 12; depth++) {
    const next: Leaf[] = [];
    for (const { path, value: inner } of level) {
      for (const entry of entriesOf(inner)) {
        if (leaves.length + next.length >= most) break;
        const leaf = { path: [...path, entry.key], value: entry.value };
        if (isStructured(entry.value)) next.push(leaf);
        else leaves.push(leaf);
      }
    }
    level = next;
  }
  return leaves;
}
