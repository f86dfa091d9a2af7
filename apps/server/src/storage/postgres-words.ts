import { type SqlBool, sql } from 'kysely';
import type { Term, WordSearch } from './word-search.ts';

/** Tables of `tsvector` beside the rows, with an index (GIN) from each word to the rows it is in. */
export const postgresWords: WordSearch = {
  put: async (db, kind, documents) => {
    for (const { id, words } of documents) {
      await sql`insert into ${sql.table(`${kind}_words`)} (id, words)
        select id, array_to_tsvector(${words}::text[]) from ${sql.table(kind)} where id = ${id}
        on conflict (id) do update set words = excluded.words`.execute(db);
    }
  },

  remove: async (db, kind, ids) => {
    if (ids.length === 0) return;
    await sql`delete from ${sql.table(`${kind}_words`)} where id in (${sql.join(ids)})`.execute(db);
  },

  find: async (db, kind, { terms, or, conditions, since, before, limit }) => {
    const table = sql.table(kind);
    const every = terms.map(written).join(' & ');
    const match = or ? `(${every}) | ${written(or)}` : every;
    const range = [
      ...(before === undefined ? [] : [sql<SqlBool>`${table}.id < ${before}`]),
      ...(since === undefined ? [] : [sql<SqlBool>`${table}.id >= ${since}`]),
    ];
    const { rows } = await sql<{ id: string }>`
      select ${table}.id from ${sql.table(`${kind}_words`)} as hit
      join ${table} on ${table}.id = hit.id
      where hit.words @@ ${match}::tsquery
        and ${sql.join([sql`true`, ...conditions, ...range], sql` and `)}
      order by ${table}.id desc limit ${limit}`.execute(db);
    return rows.map(({ id }) => id);
  },
};

/** Words hold letters, digits and `§` only, so there is nothing to escape. */
function written({ word, prefix }: Term): string {
  return `'${word}'${prefix ? ':*' : ''}`;
}
