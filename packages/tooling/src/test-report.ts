import { existsSync, readFileSync } from 'node:fs';

/** What one kind of tests came to. */
export interface TestReport {
  readonly passed: number;
  /** Each its file, its name and what there is to see of why. */
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
  readonly specs?: readonly Story[];
}

interface Story {
  readonly file: string;
  readonly title: string;
  readonly tests: readonly {
    readonly status: string;
    readonly results: readonly {
      readonly attachments: readonly { readonly name: string; readonly path?: string }[];
    }[];
  }[];
}

/** Lines of a page that are told where a story failed on it. */
const PAGE_LINES = 80;

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
  const broken = suites.flatMap(storiesOf).filter(isBroken).map(tellStory);
  return { passed: stats?.expected ?? 0, broken };
}

function brokenOfFile({ name, status, message, assertionResults }: UnitFile): string[] {
  const tests = assertionResults
    .filter((each) => each.status === 'failed')
    .map((each) => `${name} › ${each.fullName}: ${firstLine(each.failureMessages[0] ?? '')}`);
  return status === 'failed' && tests.length === 0 ? [`${name}: ${firstLine(message)}`] : tests;
}

function storiesOf({ suites = [], specs = [] }: BrowserSuite): Story[] {
  return [...specs, ...suites.flatMap(storiesOf)];
}

function isBroken({ tests }: Story): boolean {
  return tests.some(({ status }) => status === 'unexpected' || status === 'flaky');
}

/** A story by its file and name, and the page on which it first failed, as a screen reader has it. */
function tellStory({ file, title, tests }: Story): string {
  const [first] = tests
    .flatMap(({ results }) => results)
    .flatMap(({ attachments }) => attachments)
    .filter(({ name }) => name === 'error-context');
  const context = first?.path && existsSync(first.path) ? readFileSync(first.path, 'utf8') : '';
  const page = /^```yaml\n([^]*?)^```/m.exec(context)?.[1]?.trimEnd().split('\n') ?? [];
  return [`${file} › ${title}`, ...page.slice(0, PAGE_LINES)].join('\n    ');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function readJson<Report>(file: string): Partial<Report> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
