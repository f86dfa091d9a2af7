import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server of its own on an empty data directory. */
export interface FreshServer {
  readonly url: string;
  /** The one-time code it printed; absent when it began with an administrator. */
  readonly code: string | undefined;
  stop(): void;
}

/** Starts the built server and reads what it prints; `env` may give it an administrator. */
export function startFresh(env: Readonly<Record<string, string>> = {}): Promise<FreshServer> {
  const main = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
  const dataDir = mkdtempSync(join(process.env['E2E_DATA'] ?? '/tmp', 'fresh-'));
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      SLUICE_DATA_DIR: dataDir,
      SLUICE_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', (status) =>
      reject(new Error(`The server ended with ${status}: ${printed}`)),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      // The end of what it announces.
      if (!/Sluice is ready: [^]*\n\n$/.test(printed)) return;
      const [, url = ''] = /Sluice is ready: (\S+)/.exec(printed) ?? [];
      const [, code] = /with this code: (\S+)/.exec(printed) ?? [];
      resolve({ url, code, stop: () => child.kill() });
    });
  });
}
