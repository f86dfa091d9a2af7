const LONGEST = 120;

/** What a copy of a flow is called: “Copy of …”, or “Copy 2 of …” when that is taken, within the length of a name. */
export function copyName(name: string, taken: ReadonlySet<string>): string {
  const original = name.replace(/^Copy (?:\d+ )?of /, '');
  for (let number = 1; ; number += 1) {
    const start = number === 1 ? 'Copy of ' : `Copy ${number} of `;
    const copy = start + cut(original, LONGEST - start.length);
    if (!taken.has(copy)) return copy;
  }
}

/** Cuts between characters, never within one. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
