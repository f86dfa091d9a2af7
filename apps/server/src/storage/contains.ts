import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whether a column holds a text, whatever its case; `%` and `_` in it mean themselves. */
export function contains(column: string, text: string): RawBuilder<SqlBool> {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}
