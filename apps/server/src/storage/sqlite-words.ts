import { type SqlBool, sql } from 'kysely';
import type { Term, WordSearch } from './word-search.ts';

/**
 * Full-text tables without contents (FTS5): they know which row a word is in, by the row's number.
 * Numbers grow as rows are added, so going through them backwards is newest first.
 */
export const sqliteWords: WordSearch = {
  put: async (db, kind, documents) => {
    for (const { id, words } of documents) {
      await sql`insert or replace into ${sql.table(`${kind}_words`)} (rowid, words)
        select number, ${words.join(' ')} from ${sql.table(kind)} where id = ${id}`.execute(db);
    }
  },

  remove: async (db, kind, ids) => {
    if (ids.length === 0) return;
    await sql`delete from ${sql.table(`${kind}_words`)} where rowid in
      (select number from ${sql.table(kind)} where id in (${sql.join(ids)}))`.execute(db);
  },

  find: async (db, kind, { terms, or, conditions, since, before, limit }) => {
    const table = sql.table(kind);
    const every = terms.map(written).join(' AND ');
    const match = or ? `(${every}) OR ${written(or)}` : every;
    const numberAt = (id: string) =>
      sql`(select number from ${table} where id < ${id} order by id desc limit 1)`;
    // Numbers tell the full-text table where to begin and to end.
    const range = [
      ...(before === undefined ? [] : [sql<SqlBool>`hit.rowid <= ${numberAt(before)}`]),
      ...(since === undefined ? [] : [sql<SqlBool>`hit.rowid > coalesce(${numberAt(since)}, 0)`]),
    ];
    // A cross join is not turned round: the index of words leads, in its order.
    const { rows } = await sql<{ id: string }>`
      select ${table}.id from ${sql.table(`${kind}_words`)}(${match}) as hit
      cross join ${table} on ${table}.number = hit.rowid
      where ${sql.join([sql`true`, ...conditions, ...range], sql` and `)}
      order by hit.rowid desc limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
};

/** Words hold letters, digits and `§` only, so there is nothing to escape. */
function written({ word, prefix }: Term): string {
  return `"${word}"${prefix ? '*' : ''}`;
}
