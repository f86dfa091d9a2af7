import { migrations, migrationsAfter, refuseNewer } from './migrations.ts';
import { withoutNumber } from './search-tables.ts';
import type { PostgresPool } from './postgres-pool.ts';

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 0x5105;

/**
 * Brings the schema up to date, all in one transaction. Processes that start together do so one after
 * another, and the later ones find nothing left to do.
 */
export async function migratePostgres(pool: PostgresPool): Promise<void> {
  const session = await pool.connect();
  try {
    await session.query(
      `begin;
       set local lock_timeout = 0;
       set local statement_timeout = 0;
       select pg_advisory_xact_lock(${MIGRATION_LOCK}, 0)`,
    );
    await session.query('create table if not exists schema_version (version integer not null)');
    const { rows } = await session.query<{ version: number }>('select version from schema_version');
    const current = rows[0]?.version ?? 0;
    refuseNewer(current);
    for (const statement of migrationsAfter(current, 'postgres').flat()) {
      await session.query(inPostgres(statement));
    }
    await session.query('delete from schema_version');
    await session.query('insert into schema_version values ($1)', [migrations.length]);
    await session.query('commit');
  } catch (error) {
    await session.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    session.release();
  }
}

/** Ids are ordered by their bytes, whatever the language of the database. */
function inPostgres(statement: string): string {
  return withoutNumber(statement).replaceAll(/\b((?:\w+_)?id) text\b/g, '$1 text collate "C"');
}
