import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Owner, findFreePort, startServer } from './start-server.ts';
import type { TestServer } from './test-servers.ts';

/** Where Debian keeps the servers of each major version; they are not on the PATH there. */
const debian = '/usr/lib/postgresql';

/** Starts a new PostgreSQL in an empty folder; undefined where none is installed. */
export async function startPostgres(folder: string): Promise<TestServer | undefined> {
  const programs = findPrograms();
  if (programs === undefined) return undefined;
  const owner = findOwner();
  const data = join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) {
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid ?? owner.uid);
  }
  const access = ['--username=sluice', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  execFileSync(
    join(programs, 'initdb'),
    [`--pgdata=${data}`, ...access, '--encoding=UTF8', '--locale=C'],
    { ...owner, cwd: folder, stdio: 'pipe' },
  );
  const port = await findFreePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'log_min_messages=log',
    'log_min_error_statement=panic',
  ];
  const stop = await startServer({
    command: join(programs, 'postgres'),
    args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    ready: /ready to accept connections/,
    stopSignal: 'SIGINT',
    ...owner,
  });
  return {
    url: `postgres://sluice:${password}@127.0.0.1:${port}/postgres`,
    stop,
  };
}

/** The folder that holds `initdb` and `postgres`. */
function findPrograms(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => +b - +a) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

/** PostgreSQL refuses to run as root: there it is the user that its package makes, or nobody. */
function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((which) =>
        Number(execFileSync('id', [which, user], { encoding: 'utf8', stdio: 'pipe' })),
      );
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      continue;
    }
  }
  return {};
}
