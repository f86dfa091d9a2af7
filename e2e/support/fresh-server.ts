import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server of its own that nobody has set up yet. */
export interface FreshServer {
  readonly url: string;
  /** The one-time code it printed. */
  readonly code: string;
  stop(): void;
}

/** Starts the built server on an empty data directory and reads what it prints. */
export function startFresh(): Promise<FreshServer> {
  const main = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
  const dataDir = mkdtempSync(join(process.env['E2E_DATA'] ?? '/tmp', 'fresh-'));
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      SLUICE_DATA_DIR: dataDir,
      SLUICE_LOG_LEVEL: 'warn',
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
      const [, url, code] = /at (http\S+)\/setup with this code: (\S+)/.exec(printed) ?? [];
      if (url && code) resolve({ url, code, stop: () => child.kill() });
    });
  });
}
