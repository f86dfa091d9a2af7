import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Deadline } from '../outbound/deadline.ts';
import { aMinute } from '../testing/a-minute.ts';
import { createRequestSlots } from './request-slots.ts';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { CLIENT_SECRET } from './test-peer.ts';

let at: TestInstallation;

beforeEach(async () => {
  at = await openTestInstallation();
});

afterEach(() => at.close());

test('a connection has no more requests under way than it may', async () => {
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, atOnce: 3 });
  const { http } = await at.connections.open('c1');
  await http.get('/first');
  let release = (): void => {};
  at.peer.held = new Promise((resolve) => (release = resolve));
  const all = Array.from({ length: 20 }, (_, i) => http.get(`/${i}`));
  await at.peer.until(4);
  release();
  await Promise.all(all);

  expect(at.peer.mostAtOnce).toBe(3);
  expect(at.peer.received).toHaveLength(21);
});

test('a request that fails leaves its place to the next', async () => {
  await at.store({ address: at.peer.url, clientSecret: CLIENT_SECRET, atOnce: 1 });
  const { http } = await at.connections.open('c1');
  at.peer.instead.push({ status: 500 });
  const [failed, done] = await Promise.allSettled([http.get('/1'), http.get('/2')]);

  expect([failed.status, done.status]).toEqual(['rejected', 'fulfilled']);
});

test('places go to those who wait in their order, and not to those who have given up', async () => {
  const slots = createRequestSlots();
  const served: string[] = [];
  const leave = await slots.enter('c', 1, undefined);
  const deadline = aMinute();
  const enter = async (name: string, waits?: Deadline) => {
    const leaveAgain = await slots.enter('c', 1, waits);
    served.push(name);
    leaveAgain();
  };
  const waiting = [enter('one'), enter('two', deadline), enter('three')];
  deadline.giveUp(new Error('cancelled'));
  leave();
  leave();

  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(served).toEqual(['one', 'three']);
  const again = await Promise.all([slots.enter('c', 2, undefined), slots.enter('c', 2, undefined)]);
  expect(again).toHaveLength(2);
});

test('whoever finds a long line is sent away to come again', async () => {
  const slots = createRequestSlots();
  await slots.enter('c', 1, undefined);
  const deadline = aMinute();
  const line = Array.from({ length: 10 }, () => slots.enter('c', 1, deadline));

  await expect(slots.enter('c', 1, undefined)).rejects.toMatchObject({
    kind: 'budget',
    retryAfterSeconds: 1,
  });
  await slots.enter('another', 1, undefined);
  deadline.giveUp(new Error('cancelled'));
  await Promise.allSettled(line);
});
