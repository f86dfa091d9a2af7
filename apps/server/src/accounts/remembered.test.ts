import { expect, test } from 'vitest';
import { Remembered } from './remembered.ts';

test('an answer is asked for once, also by many at the same time', async () => {
  const remembered = new Remembered<number>({ milliseconds: 60_000, most: 10 });
  let asked = 0;
  const ask = async () => (asked += 1);
  expect(await Promise.all([remembered.get('a', ask), remembered.get('a', ask)])).toEqual([1, 1]);
  expect(await remembered.get('a', ask)).toBe(1);
  expect(await remembered.get('b', ask)).toBe(2);
});

test('undefined and failures are asked for again', async () => {
  const remembered = new Remembered<number>({ milliseconds: 60_000, most: 10 });
  expect(await remembered.get('a', async () => undefined)).toBeUndefined();
  await expect(remembered.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow(
    'down',
  );
  expect(await remembered.get('a', async () => 3)).toBe(3);
});

test('an answer that was under way when everything was forgotten is not kept', async () => {
  const remembered = new Remembered<string>({ milliseconds: 60_000, most: 10 });
  let finish = (_value: string) => {};
  const early = remembered.get('a', () => new Promise((resolve) => (finish = resolve)));
  remembered.clear();
  const later = remembered.get('a', async () => 'new');
  finish('old');
  expect(await early).toBe('old');
  expect(await later).toBe('new');
  expect(await remembered.get('a', async () => 'newest')).toBe('new');
});

test('answers end, and the oldest make room', async () => {
  const brief = new Remembered<number>({ milliseconds: 0, most: 10 });
  await brief.get('a', async () => 1);
  expect(await brief.get('a', async () => 2)).toBe(2);

  const small = new Remembered<number>({ milliseconds: 60_000, most: 2 });
  for (const key of ['a', 'b', 'c']) await small.get(key, async () => 1);
  expect(await small.get('c', async () => 2)).toBe(1);
  expect(await small.get('a', async () => 2)).toBe(2);
});
