import { defaultFilter } from 'cmdk';

/** The least fit that counts: letters scattered over a long text are no match that a person sees. */
const SCATTERED = 0.002;

/**
 * How well something fits what is searched, from 0, not at all, to 1: by what it is called, letters
 * left out allowed, and less so by what else is said of it.
 */
export function fitOf(label: string, search: string, more: readonly string[] = []): number {
  const byLabel = defaultFilter(label, search);
  if (byLabel >= SCATTERED) return byLabel;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [label, ...more].join(' ').toLowerCase();
  return words.length > 0 && words.every((word) => text.includes(word)) ? SCATTERED : 0;
}
