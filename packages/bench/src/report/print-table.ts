/** Prints rows below each other, the first as the heading; the first column is text, the rest figures. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const [heading = []] = rows;
  const widths = heading.map((_cell, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const ruler = '-'.repeat(Math.max(...lines.map((line) => line.length)));
  const [first = '', ...others] = lines;
  process.stdout.write(`\n${title}\n${ruler}\n${[first, ruler, ...others].join('\n')}\n`);
}
