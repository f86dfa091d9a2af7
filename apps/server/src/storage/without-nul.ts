/** A text as both databases can keep it: SQLite would end it at a NUL, PostgreSQL refuse it. */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\u{FFFD}');
}
