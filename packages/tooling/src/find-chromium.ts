import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const e2e = fileURLToPath(new URL('../../../e2e/', import.meta.url));
const onSystem = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What to do when no browser can be had, in one sentence. */
export const noChromium =
  'The browser tests need a Chromium: install one (on Debian `apt-get install chromium`) or set CHROMIUM_PATH to where it is.';

/**
 * Finds a Chromium for the browser tests: `CHROMIUM_PATH`, the system's, or Playwright's own; else
 * installs Playwright's, or as root Debian's. Undefined when none of that works.
 */
export function findChromium(): string | undefined {
  return found() ?? (install() ? found() : undefined);
}

function found(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  return [...onSystem, playwrightsOwn()].find((path) => path !== undefined && existsSync(path));
}

function playwrightsOwn(): string | undefined {
  const require = createRequire(`${e2e}package.json`);
  const { chromium } = require('@playwright/test') as { chromium: { executablePath(): string } };
  return chromium.executablePath();
}

function install(): boolean {
  // A path that was given and is wrong is for its giver to mend.
  if (process.env['CHROMIUM_PATH']) return false;
  process.stdout.write('No Chromium found; installing one.\n');
  if (run('npx', ['playwright', 'install', 'chromium'], e2e)) return true;
  if (process.getuid?.() !== 0) return false;
  return run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', 'chromium']);
}

function run(command: string, args: readonly string[], cwd?: string): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const timeout = 10 * 60_000;
  return (
    spawnSync(command, args, { stdio: 'inherit', env, timeout, ...(cwd && { cwd }) }).status === 0
  );
}
