import { existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * Tests a running instance when `BASE_URL` names one, else a server of its own on an empty data
 * directory. Workers read this file again, so what is found here is handed on in the environment.
 */
process.env['E2E_EMAIL'] ??= 'ada@example.com';
process.env['E2E_PASSWORD'] ??= 'a-long-enough-password';
process.env['E2E_PORT'] ??= String(await freePort());
process.env['E2E_DATA'] ??= mkdtempSync(join(tmpdir(), 'sluice-e2e-'));

const own = process.env['BASE_URL'] === undefined;
const baseURL = process.env['BASE_URL'] ?? `http://127.0.0.1:${process.env['E2E_PORT']}`;
const chromium = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);

export default defineConfig({
  testDir: 'tests',
  outputDir: join(process.env['E2E_DATA'], 'results'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['json'] as ['json']] : []),
  ],
  use: {
    baseURL,
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    // A trace takes a sixth of the time of every story; ask for one with `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(chromium && { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // A name for this machine that browsers do not trust as they trust its own address.
        '--host-resolver-rules=MAP sluice.test 127.0.0.1',
      ],
    },
  },
  projects: [
    { name: 'log in', testMatch: /log-in\.setup\.ts/ },
    {
      name: 'chromium',
      dependencies: ['log in'],
      use: { storageState: join(process.env['E2E_DATA'], 'session.json') },
    },
  ],
  ...(own && {
    webServer: {
      command: 'node --enable-source-maps ../apps/server/dist/main.js',
      url: `${baseURL}/readyz`,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
      env: {
        PORT: process.env['E2E_PORT'],
        SLUICE_DATA_DIR: join(process.env['E2E_DATA'], 'data'),
        SLUICE_ADMIN_EMAIL: process.env['E2E_EMAIL'],
        SLUICE_ADMIN_PASSWORD: process.env['E2E_PASSWORD'],
        SLUICE_OUTBOUND_ALLOW: '127.0.0.1',
        SLUICE_LOG_LEVEL: 'warn',
      },
    },
  }),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
