import { existsSync, readFileSync } from 'node:fs';

/** What one kind of tests came to; a broken test is its file, its name and the first line of why. */
export interface TestReport {
  readonly passed: number;
  readonly broken: readonly string[];
}

interface UnitFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

interface BrowserSuite {
  readonly suites?: readonly BrowserSuite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

/** Reads the JSON report of Vitest; nothing passed and nothing broke where there is none. */
export function readUnit(file: string): TestReport {
  const { numPassedTests: passed = 0, testResults = [] } = readJson<{
    numPassedTests: number;
    testResults: readonly UnitFile[];
  }>(file);
  return { passed, broken: testResults.flatMap(brokenOfFile) };
}

/** Reads the JSON report of Playwright; a test that passed at its second try is broken too. */
export function readBrowser(file: string): TestReport {
  const { stats, suites = [] } = readJson<{
    stats: { expected: number };
    suites: readonly BrowserSuite[];
  }>(file);
  return { passed: stats?.expected ?? 0, broken: suites.flatMap(brokenOfSuite) };
}

function brokenOfFile({ name, status, message, assertionResults }: UnitFile): string[] {
  const tests = assertionResults
    .filter((each) => each.status === 'failed')
    .map((each) => `${name} › ${each.fullName}: ${firstLine(each.failureMessages[0] ?? '')}`);
  return status === 'failed' && tests.length === 0 ? [`${name}: ${firstLine(message)}`] : tests;
}

function brokenOfSuite({ suites = [], specs = [] }: BrowserSuite): string[] {
  const own = specs
    .filter(({ tests }) =>
      tests.some(({ status }) => status === 'unexpected' || status === 'flaky'),
    )
    .map(({ file, title }) => `${file} › ${title}`);
  return [...own, ...suites.flatMap(brokenOfSuite)];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function readJson<Report>(file: string): Partial<Report> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
