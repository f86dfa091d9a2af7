import { StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { expect, test } from 'vitest';
import { stepCall } from '../../testing/step-call.ts';
import { runScript } from './run-script.ts';

interface Ran {
  readonly result?: unknown;
  readonly message: string;
  readonly log: readonly string[];
}

async function ran(script: string, inputs: Values = {}): Promise<Ran> {
  const log: string[] = [];
  const call = { ...stepCall({ script, ...inputs }), log: (line: string) => log.push(line) };
  try {
    const { result } = (await runScript.run(call)) as Values;
    return { result, message: '', log };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    expect(error.failure.code).toBe('invalid-input');
    return { message: error.message, log };
  }
}

const value = (name: string, given: unknown) => ({ id: name, name, value: given });

test('a script reads its inputs by name and returns any JSON', async () => {
  const values = [value('list', [3, 1, 2]), value('__proto__', 'x'), value('none', undefined)];
  const script = 'return [inputs.list.toSorted(), inputs.none, Object.keys(inputs).length];';
  expect((await ran(script, { values })).result).toEqual([[1, 2, 3], null, 3]);
  expect((await ran('1 + 1;')).result).toBeNull();
});

test('what it awaits is awaited, and what it logs is logged', async () => {
  const script = 'console.log("got", { a: 1 }, [2]); return await Promise.resolve(5);';
  expect(await ran(script)).toMatchObject({ result: 5, log: ['got {"a":1} [2]'] });
});

test('an error says its line and message', async () => {
  expect((await ran('const a = 1;\n\nreturn b;')).message).toMatch(
    /failed in line 3\. ReferenceError: .*b/,
  );
  expect((await ran('return 1;\nthrow new Error("late");')).result).toBe(1);
  expect((await ran('const a = ;')).message).toMatch(/failed in line 1\. SyntaxError/);
  expect((await ran('throw { toString() { throw 1; }, toJSON() { throw 2; } };')).message).toMatch(
    /cannot be read/,
  );
});

test.each([
  ['an endless loop', 'for (;;) {}'],
  ['an endless loop of promises', 'const f = () => Promise.resolve().then(f); await f();'],
  ['an endless loop that catches everything', 'for (;;) { try { for (;;) {} } catch {} }'],
  ['an endless regular expression', 'return /^(a+)+$/.test("a".repeat(60) + "b");'],
])('%s is ended', async (_what, script) => {
  expect((await ran(script, { timeLimit: 0.1 })).message).toMatch(/longer than 0.1 s|time/i);
  expect((await ran('return "still here";')).result).toBe('still here');
});

test.each([
  ['a memory bomb', 'const all = []; for (;;) all.push("x".repeat(1e6) + all.length);'],
  ['a buffer beyond all bounds', 'return new ArrayBuffer(1e9).byteLength;'],
  ['a deep recursion', 'const f = (n) => f(n + 1) + 1; return f(0);'],
  ['a result nested without end', 'const a = {}; a.a = a; return a;'],
  ['a result nested too deep', 'let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a;'],
  ['a promise that is never settled', 'await new Promise(() => {});'],
  ['a huge result', 'return "x".repeat(2e6);'],
  ['a result that cannot be JSON', 'return 10n;'],
])('%s fails, and the next script runs', async (_what, script) => {
  const { message } = await ran(script, { timeLimit: 2 });
  expect(message).toMatch(/^The script failed/);
  expect((await ran('return "still here";')).result).toBe('still here');
});

test('nothing of the server is within reach', async () => {
  const names = ['process', 'require', 'fetch', 'setTimeout', 'Buffer', 'WebAssembly', 'module'];
  const script = `return ${JSON.stringify(names)}.filter((name) => name in globalThis);`;
  expect((await ran(script)).result).toEqual([]);
  expect(
    (await ran('return (await import("node:fs")).readFileSync("/etc/hostname");')).message,
  ).toMatch(/^The script failed/);
  const climb = 'return console.log.constructor("return typeof process")();';
  expect((await ran(climb)).result).toBe('undefined');
});

test('what a script changes does not outlive it', async () => {
  const script =
    'JSON.stringify = () => "broken"; Object.prototype.left = 1; Array.prototype.map = null; globalThis.kept = 1; return [1];';
  expect((await ran(script)).result).toEqual([1]);
  expect((await ran('return [typeof kept, ({}).left ?? null];')).result).toEqual([
    'undefined',
    null,
  ]);
  expect(({} as { left?: number }).left).toBeUndefined();
});

test('a script cannot close the function it is in', async () => {
  expect((await ran('return 1; }); (() => { return 2;')).message).toMatch(/brace/);
  expect((await ran('return 3;')).result).toBe(3);
});

test('many scripts at once all get their turn', async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, (_each, n) => ran('return inputs.n;', { values: [value('n', n)] })),
  );
  expect(all.map(({ result }) => result)).toEqual(Array.from({ length: 12 }, (_each, n) => n));
});

test.each([
  ['a time limit of nothing', { timeLimit: 0 }],
  ['a time limit beyond bounds', { timeLimit: 31 }],
  ['two inputs of one name', { values: [value('a', 1), value('a', 2)] }],
  ['inputs beyond bounds', { values: [value('a', 'x'.repeat(5_000_001))] }],
])('%s is refused', async (_what, inputs) => {
  expect((await ran('return 1;', inputs)).message).not.toBe('');
});
