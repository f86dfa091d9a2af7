import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBrowser, readUnit } from './test-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

test('a broken test is told with its file, its name and why', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'it runs', failureMessages: [] },
    { status: 'failed', fullName: 'it ends', failureMessages: ['Error: never\n    at a.ts'] },
  ];
  const testResults = [{ name: '/a.test.ts', status: 'failed', message: '', assertionResults }];
  expect(readUnit(written({ numPassedTests: 1, testResults }))).toEqual({
    passed: 1,
    broken: ['/a.test.ts › it ends: Error: never'],
  });
});

test('a file that could not be read is broken, though no test in it failed', () => {
  const testResults = [
    { name: '/a.test.ts', status: 'failed', message: 'Syntax', assertionResults: [] },
  ];
  expect(readUnit(written({ numPassedTests: 0, testResults })).broken).toEqual([
    '/a.test.ts: Syntax',
  ]);
});

test('a story that failed, or passed at its second try only, is broken and told with its page', () => {
  const path = join(folder, 'error-context.md');
  writeFileSync(path, 'Why\n```yaml\n- main:\n  - heading "Flows"\n```\n');
  const story = (title: string, status: string, attachments: object[] = []) => ({
    file: 'a.spec.ts',
    title,
    tests: [{ status, results: [{ attachments }] }],
  });
  const bad = story('bad', 'unexpected', [{ name: 'error-context', path }]);
  const within = { specs: [story('lucky', 'flaky')] };
  const suites = [{ specs: [story('good', 'expected'), bad], suites: [within] }];
  expect(readBrowser(written({ stats: { expected: 1 }, suites }))).toEqual({
    passed: 1,
    broken: ['a.spec.ts › bad\n    - main:\n      - heading "Flows"', 'a.spec.ts › lucky'],
  });
});

test('where there is no report nothing has passed', () => {
  expect(readUnit(join(folder, 'none.json'))).toEqual({ passed: 0, broken: [] });
});
