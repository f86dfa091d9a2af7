import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether a column holds a text, whatever its case (beyond A–Z only where the database knows it);
 * `%` and `_` in it mean themselves.
 */
export function contains(column: string, text: string): RawBuilder<SqlBool> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  // The database lowers both: which letters it knows differs from one to the other.
  return sql<SqlBool>`lower(${sql.ref(column)}) like lower(${pattern}) escape '\\'`;
}

/** The same for a column of JSON, where quotes and line breaks are written otherwise. */
export function containsJson(column: string, text: string): RawBuilder<SqlBool> {
  return contains(column, JSON.stringify(text).slice(1, -1));
}
