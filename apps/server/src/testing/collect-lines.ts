/** For tests: a destination for a log, which keeps what was written. */
export function collectLines(): { write(line: string): void; readonly text: string } {
  const lines: string[] = [];
  return {
    write: (line) => void lines.push(line),
    get text() {
      return lines.join('');
    },
  };
}
