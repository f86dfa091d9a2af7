import { writtenOnce } from './written-json.ts';

/** Makes a function that renders rows of fixed stock write each of them once. */
export function renderOnce<Row extends object>(
  render: (row: Row) => Readonly<Record<string, unknown>>,
): (row: Row) => Record<string, string> {
  const rendered = new Map<Row, Record<string, string>>();
  return (row) => {
    const known = rendered.get(row) ?? writtenOnce(render(row));
    rendered.set(row, known);
    return known;
  };
}
