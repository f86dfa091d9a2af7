import { expect, test } from 'vitest';
import { LoginThrottle, neighbourhoodOf } from './login-throttle.ts';

const wrong = async () => false;
const right = async () => true;

test('one account is slowed down at one address, and nowhere else', async () => {
  const throttle = new LoginThrottle();
  const attempt = { account: 'ada@example.com', address: '192.0.2.1' };
  for (let i = 0; i < 10; i += 1) await throttle.guard(attempt, wrong);

  await expect(throttle.guard(attempt, right)).rejects.toMatchObject({ status: 429 });
  await expect(
    throttle.guard({ ...attempt, account: 'ADA@example.com' }, right),
  ).rejects.toMatchObject({ status: 429 });
  expect(await throttle.guard({ ...attempt, address: '192.0.2.2' }, right)).toBe(true);
  expect(await throttle.guard({ ...attempt, account: 'grace@example.com' }, right)).toBe(true);
  expect(await throttle.guard({ ...attempt, knownBrowser: 'mine' }, right)).toBe(true);
});

test('a known browser is slowed down as well, on its own count', async () => {
  const throttle = new LoginThrottle();
  const attempt = { account: 'ada@example.com', address: '192.0.2.1', knownBrowser: 'mine' };
  for (let i = 0; i < 10; i += 1) await throttle.guard(attempt, wrong);
  await expect(throttle.guard(attempt, right)).rejects.toMatchObject({ status: 429 });
  expect(await throttle.guard({ ...attempt, knownBrowser: undefined }, right)).toBe(true);
});

test('one address is slowed down over all accounts', async () => {
  const throttle = new LoginThrottle();
  const from = (address: string) => (_: unknown, i: number) =>
    throttle.guard({ account: `user ${i}`, address }, wrong);
  const results = await Promise.allSettled(Array.from({ length: 120 }, from('192.0.2.1')));
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(20);
});

test('logging in correctly is never too often', async () => {
  const throttle = new LoginThrottle();
  const attempt = { account: 'ada@example.com', address: '192.0.2.1' };
  for (let i = 0; i < 150; i += 1) expect(await throttle.guard(attempt, right)).toBe(true);
});

test('guesses at the same moment are counted before they are checked', async () => {
  const throttle = new LoginThrottle();
  let checked = 0;
  const attempts = Array.from({ length: 50 }, () =>
    throttle.guard({ account: 'ada', address: '192.0.2.1' }, async () => {
      checked += 1;
      return false;
    }),
  );
  await Promise.allSettled(attempts);
  expect(checked).toBe(10);
});

test.each([
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', neighbourhoodOf('2001:db8::ffff:2')],
  ['', 'unknown'],
])('%j is counted as %j', (address, counted) => {
  expect(neighbourhoodOf(address)).toBe(counted);
});
