import { runSteps } from './run-steps.ts';

/** Everything that can be said of the code without running it. */
const failed = await runSteps([
  ['types', 'tsc', '-b', 'packages/tooling/solution.json'],
  ['types of the tests', 'tsc', '-p', 'packages/tooling/tests.json'],
  ['types of the browser tests', 'tsc', '-p', 'e2e'],
  [
    'lint and dependency rules',
    'oxlint',
    '-c',
    'packages/tooling/oxlint.json',
    '--type-aware',
    '--deny-warnings',
    'apps',
    'packages',
    'e2e',
  ],
  ['format', 'oxfmt', '-c', 'packages/tooling/oxfmt.json', '--check', 'apps', 'packages', 'e2e'],
  ['unused code', 'knip', '--config', 'packages/tooling/knip.json', '--no-progress'],
]);

if (failed.length > 0) {
  process.stderr.write(`\nNot in order: ${failed.join(', ')}.\n`);
  process.exit(1);
}
