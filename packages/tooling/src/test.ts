import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, noChromium } from './find-chromium.ts';
import { root, runSteps } from './run-steps.ts';
import { readBrowser, readUnit } from './test-report.ts';
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

const found = [readUnit(unitReport), readBrowser(browserReport)];
const passed = found.reduce((sum, each) => sum + each.passed, 0);
const broken = found.flatMap((each) => each.broken);
rmSync(reports, { recursive: true });
// Last, so that the end of a long log says what is wrong.
for (const each of broken) process.stderr.write(`\n✕ ${each.replace(root, '')}`);
if (failed.length > 0) process.stderr.write(`\n\nFailed: ${failed.join(', ')}.\n`);
process.stdout.write(`\n${passed} passed, ${broken.length} failed\n`);
process.exit(failed.length > 0 ? 1 : 0);
