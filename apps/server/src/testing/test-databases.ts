import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { OpenFile } from '../storage/open-sqlite.ts';
import { openThreadedSqlite } from '../storage/threaded-sqlite.ts';

/** For tests: an empty database, and what `openStorage` needs to open it. */
export interface TestDatabase {
  readonly dataDir: string;
  /** Absent for SQLite. */
  readonly databaseUrl?: string;
  /** Which thread works on it, if not this one. */
  readonly openFile?: OpenFile;
  /** Ends whatever is connected to it, and takes it away. */
  remove(): Promise<void>;
}

/** For tests: a kind of database that storage must run on. */
export interface DatabaseKind {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

export const sqlite: DatabaseKind = {
  name: 'SQLite',
  create: async () => makeFolder(),
};

/** Arguments to Node with which it runs our sources as they are. */
export const fromSource = [
  '--conditions',
  'sluice-source',
  '--import',
  new URL('../../../../packages/tooling/src/from-source.js', import.meta.url).href,
];

/** Opens SQLite in a thread of its own, as the server does. */
export const inThread: OpenFile = (file) => openThreadedSqlite(file, { execArgv: fromSource });

export const threadedSqlite: DatabaseKind = {
  name: 'SQLite in a thread of its own',
  create: async () => ({ ...makeFolder(), openFile: inThread }),
};

const server = process.env['TEST_DATABASE_URL'] ?? '';

/** Whether the tests were given a PostgreSQL server; without one its tests are skipped. */
export const hasPostgres = server !== '';

export const postgres: DatabaseKind = { name: 'PostgreSQL', create: () => createOn(server) };

/** Every kind that there is a server for. */
export const databaseKinds: readonly DatabaseKind[] = hasPostgres ? [sqlite, postgres] : [sqlite];

async function createOn(url: string): Promise<TestDatabase> {
  const name = `sluice_${randomBytes(8).toString('hex')}`;
  await ask(url, `create database ${name}`);
  const databaseUrl = new URL(url);
  databaseUrl.pathname = name;
  const folder = makeFolder();
  return {
    dataDir: folder.dataDir,
    databaseUrl: databaseUrl.href,
    remove: async () => {
      await folder.remove();
      await ask(url, `drop database ${name} with (force)`);
    },
  };
}

/** Asks a database something past the product, on a connection of its own. */
export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function makeFolder(): TestDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'sluice-test-'));
  return { dataDir, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}
