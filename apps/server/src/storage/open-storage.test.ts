import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Sqlite from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { findFlow } from './flows.ts';
import { lockDirectory } from './lock-directory.ts';
import { migrations, migrationsAfter } from './migrations.ts';
import { openStorage } from './open-storage.ts';
import { readSetting, writeSetting } from './settings.ts';
import { StorageError } from './storage-error.ts';

test('what was written is there after the database was opened again', async () => {
  const dataDir = temporary();
  const first = await openStorage({ dataDir });
  await writeSetting(first.db, 'colour', 'blue');
  await first.close();
  const second = await openStorage({ dataDir });
  expect(await readSetting(second.db, 'colour')).toBe('blue');
  await second.close();
});

test('only the owner may read what is kept', async () => {
  const dataDir = join(temporary(), 'new', 'folder');
  const storage = await openStorage({ dataDir });
  expect(statSync(dataDir).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir, 'sluice.db')).mode & 0o077).toBe(0);
  await storage.close();
});

test('a database of a newer version is refused with a sentence, and left as it was', async () => {
  const dataDir = temporary();
  await (await openStorage({ dataDir })).close();
  const raw = new Sqlite(join(dataDir, 'sluice.db'));
  raw.exec(`pragma user_version = ${migrations.length + 1}`);
  raw.close();
  await expect(openStorage({ dataDir })).rejects.toThrow(StorageError);
  await expect(openStorage({ dataDir })).rejects.toThrow(
    /newer version of Sluice .* Start that version/,
  );
});

test('a flow of the first version of the database opens without tags', async () => {
  const dataDir = temporary();
  const raw = new Sqlite(join(dataDir, 'sluice.db'));
  for (const statement of migrationsAfter(0, 'sqlite')[0] ?? []) raw.exec(statement);
  raw.exec('pragma user_version = 1');
  raw.exec(`insert into flows (id, name, enabled, version, drawing, created_at, created_by, updated_at, updated_by)
    values ('old', 'Old', 1, 3, '{"nodes":[],"edges":[]}', 1, 'ada', 1, 'ada')`);
  raw.close();
  const storage = await openStorage({ dataDir });
  expect(await findFlow(storage.db, 'old')).toMatchObject({ name: 'Old', version: 3, tags: [] });
  await storage.close();
});

test('commits are forced to the disk', async () => {
  const dataDir = temporary();
  const storage = await openStorage({ dataDir });
  const read = async (name: string) =>
    Object.values((await sql.raw(`pragma ${name}`).execute(storage.db)).rows[0] ?? {})[0];
  expect(await read('journal_mode')).toBe('wal');
  expect(await read('synchronous')).toBe(2);
  await storage.close();
});

test('a data directory is claimed by one process at a time', () => {
  const dataDir = temporary();
  const unlock = lockDirectory(dataDir);
  expect(() => lockDirectory(dataDir)).toThrow(/^Another Sluice is using the data directory/);
  unlock();
  lockDirectory(dataDir)();
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
