const LONGEST = 40;

/** The beginning of a text on one line, for where a note is named. */
export function shortText(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}
