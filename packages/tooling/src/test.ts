import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, noChromium } from './find-chromium.ts';
import { runSteps } from './run-steps.ts';
import { startTestServers } from './test-servers.ts';

/**
 * All tests: those of the packages and the server, then the product in a browser. Arguments are
 * `unit` or `browser`, to run only those; after `unit`, files or folders to run only theirs.
 */
const [only, ...paths] = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'sluice-tests-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');
const failed: string[] = [];

if (only !== 'browser') {
  const servers = await startTestServers();
  const interrupted = () => void servers.stop().then(() => process.exit(1));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const env = { ...process.env, ...servers.env };
  const steps = await runSteps(
    [
      [
        'unit, contract, storage and server tests',
        'vitest',
        'run',
        '--config',
        'packages/tooling/vitest.config.ts',
        '--root',
        '.',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
        ...paths,
      ],
    ],
    env,
  );
  failed.push(...steps);
  await servers.stop();
}
if (only !== 'unit') {
  const chromium = findChromium();
  if (chromium === undefined) {
    process.stderr.write(`${noChromium}\n`);
    failed.push('browser tests');
  } else {
    const env = {
      ...process.env,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
    };
    const built = process.env['BASE_URL'] ? [] : await runSteps([['build', 'pnpm', 'build']]);
    failed.push(...built);
    if (built.length === 0) {
      failed.push(
        ...(await runSteps(
          [['browser tests', 'pnpm', '--filter', '@sluice/e2e', 'exec', 'playwright', 'test']],
          env,
        )),
      );
    }
  }
}

const totals = [readUnit(unitReport), readBrowser(browserReport)];
const passed = totals.reduce((sum, each) => sum + each.passed, 0);
const broken = totals.reduce((sum, each) => sum + each.failed, 0);
rmSync(reports, { recursive: true });
if (failed.length > 0) process.stderr.write(`\nFailed: ${failed.join(', ')}.\n`);
process.stdout.write(`\n${passed} passed, ${broken} failed\n`);
process.exit(failed.length > 0 ? 1 : 0);

interface Total {
  readonly passed: number;
  readonly failed: number;
}

function readUnit(file: string): Total {
  const { numPassedTests: passed = 0, numFailedTests = 0 } = readJson(file);
  return { passed, failed: numFailedTests };
}

function readBrowser(file: string): Total {
  const { expected = 0, unexpected = 0, flaky = 0 } = readJson(file)['stats'] ?? {};
  return { passed: expected, failed: unexpected + flaky };
}

function readJson(file: string): Record<string, never> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
