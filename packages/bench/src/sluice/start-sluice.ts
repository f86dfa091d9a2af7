import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ProcessOptions, RunningProcess } from '../processes/running-process.ts';
import { administrator } from './sluice-api.ts';

const main = fileURLToPath(new URL('../../../../apps/server/dist/main.js', import.meta.url));

/** A server as an operator starts it once built. */
export interface Sluice {
  readonly url: string;
  readonly process: RunningProcess;
}

/** Starts a server on a data directory and waits until it is ready. */
export async function startSluice(dataDir: string, options: ProcessOptions = {}): Promise<Sluice> {
  const started = launchSluice(dataDir, options);
  const [, url = ''] = await started.says(/Sluice is ready: (\S+)/);
  return { url, process: started };
}

/** Starts a server without waiting for anything. */
export function launchSluice(dataDir: string, { env, ...more }: ProcessOptions = {}) {
  return new RunningProcess(main, {
    ...more,
    env: {
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      SLUICE_DATA_DIR: dataDir,
      SLUICE_ADMIN_EMAIL: administrator.email,
      SLUICE_ADMIN_PASSWORD: administrator.password,
      SLUICE_OUTBOUND_ALLOW: '127.0.0.1',
      ...env,
    },
  });
}

const lent = new Set<string>();
process.on('exit', () => {
  for (const dataDir of lent) rmSync(dataDir, { recursive: true, force: true });
});

/** Lends an empty data directory, and takes it away afterwards, also when this process is told to stop. */
export async function withDataDir<Result>(
  use: (dataDir: string) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
  lent.add(dataDir);
  try {
    return await use(dataDir);
  } finally {
    lent.delete(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}
