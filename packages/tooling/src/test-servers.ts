import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './test-postgres.ts';
import { startRedis } from './test-redis.ts';

/** A database server that tests may use. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The servers that the tests were given or that could be started for them. */
export interface TestServers {
  /** Their addresses, under the names that the tests read. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const kinds = [
  { name: 'PostgreSQL', variable: 'TEST_DATABASE_URL', start: startPostgres },
  { name: 'Redis', variable: 'TEST_REDIS_URL', start: startRedis },
] as const;

/**
 * Uses the servers that `TEST_DATABASE_URL` and `TEST_REDIS_URL` name; starts those that are not
 * named and are installed, on free ports and in temporary folders; says which tests it skips.
 */
export async function startTestServers(): Promise<TestServers> {
  const env: Record<string, string> = {};
  const started: TestServer[] = [];
  const folders: string[] = [];
  for (const { name, variable, start } of kinds) {
    if (process.env[variable]) continue;
    const skipped = `The tests on ${name} are skipped`;
    try {
      const folder = mkdtempSync(join(tmpdir(), 'sluice-server-'));
      folders.push(folder);
      const server = await start(folder);
      if (server) {
        started.push(server);
        env[variable] = server.url;
      } else {
        process.stdout.write(`${skipped}: install it, or set ${variable} to one for tests.\n`);
      }
    } catch (error) {
      process.stdout.write(`${skipped}, because it did not start: ${String(error)}\n`);
    }
  }
  return {
    env,
    stop: async () => {
      await Promise.all(started.map((server) => server.stop()));
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}
