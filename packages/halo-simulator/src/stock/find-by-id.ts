/** The row with an id among a stock list, or undefined. */
export function findById<Row extends { readonly id: unknown }>(
  rows: readonly Row[],
  id: Row['id'] | undefined,
): Row | undefined {
  return rows.find((row) => row.id === id);
}
