/** Words of one document that are kept; beyond that, what is left out is not found. */
const MOST_WORDS = 2000;
/** Characters of a word that count. */
const LONGEST_WORD = 64;
/** Characters that are looked through for words. */
const MOST_TEXT = 200_000;

/** The words of a text as they are kept and searched: small letters, without accents, no signs. */
export function wordsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD));
}

/** The different words within values of any shape: texts, numbers, and what lists and objects hold. */
export function wordsOf(values: readonly unknown[]): readonly string[] {
  const words = new Set<string>();
  let left = MOST_TEXT;
  const rest = [...values].reverse();
  while (rest.length > 0 && left > 0 && words.size < MOST_WORDS) {
    const value = rest.pop();
    if (typeof value === 'string' || typeof value === 'number') {
      const text = String(value).slice(0, left);
      left -= text.length;
      for (const word of wordsIn(text)) if (words.size < MOST_WORDS) words.add(word);
    } else if (typeof value === 'object' && value !== null) {
      rest.push(...Object.values(value).reverse());
    }
  }
  return [...words];
}
