import { type ConnectionDefinition, HttpError } from '@sluice/connector-kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Deadline } from '../outbound/deadline.ts';
import { aMinute } from '../testing/a-minute.ts';
import { type TestInstallation, openTestInstallation } from './test-installation.ts';
import { CLIENT_SECRET, deskConnector } from './test-peer.ts';

let at: TestInstallation;

beforeEach(async () => {
  at = await openTestInstallation();
});

afterEach(() => at.close());

async function get(path = '/things', deadline?: Deadline) {
  const { http } = await at.connections.open('c1', { deadline });
  return http.get(path);
}

async function failure(sending: Promise<unknown>): Promise<HttpError> {
  const error = await sending.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

async function failTimes(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await failure(get());
}

/** The peer is met once while it is well, and then three times when it is not. */
async function goDown(): Promise<void> {
  await get();
  at.peer.down = true;
  await failTimes(3);
}

/** Holds the peer's answers back; the result lets them go. */
function hold(): () => void {
  let release = (): void => {};
  at.peer.held = new Promise((resolve) => (release = resolve));
  return () => {
    at.peer.held = undefined;
    release();
  };
}

const kind = async () => (await at.connections.condition('c1')).kind;

test('after three failures in a row nothing is sent, and everybody is told when to come again', async () => {
  at.peer.instead.push({ status: 502 }, { status: 503 }, { status: 500 });
  await failTimes(2);
  expect(await kind()).toBe('ok');
  await failTimes(1);

  expect(await failure(get())).toMatchObject({
    kind: 'network',
    notSent: true,
    outcomeUnknown: false,
    retryAfterSeconds: 5,
    message: expect.stringMatching(/^The other side is down.*answered 500/),
  });
  expect(at.peer.received).toHaveLength(3);
  expect(await at.connections.condition('c1')).toMatchObject({
    kind: 'down',
    since: at.clock,
    until: at.clock + 5000,
  });
});

test('a refusal is an answer: with one between them, failures are not in a row', async () => {
  const bad = { status: 503 };
  at.peer.instead.push(bad, bad, { status: 404 }, bad, bad, { status: 429 }, bad, bad);
  await failTimes(6);
  at.clock += 5000;
  await failTimes(2);

  expect(await kind()).toBe('ok');
  expect((await get()).status).toBe(200);
});

test('requests that were under way together are one failure', async () => {
  await get();
  const release = hold();
  at.peer.instead.push(...Array.from({ length: 8 }, () => ({ status: 503 })));
  const together = Array.from({ length: 8 }, () => failure(get()));
  await at.peer.until(9);
  release();
  await Promise.all(together);

  expect(await kind()).toBe('ok');
  expect((await get()).status).toBe(200);
});

test('when the pause is over one request is let through, and its success opens the way', async () => {
  await goDown();
  at.peer.down = false;
  at.clock += 5001;
  const release = hold();
  const probe = get('/probe');
  await at.peer.until(2);

  const others = await Promise.all([failure(get('/1')), failure(get('/2'))]);
  expect(others.map(({ retryAfterSeconds }) => retryAfterSeconds)).toEqual([5, 5]);
  expect(at.peer.received.map(({ path }) => path)).toEqual(['/things', '/probe']);

  release();
  await probe;
  expect(await kind()).toBe('ok');
  await Promise.all([get('/1'), get('/2')]);
});

test('the pauses grow while every probe fails, and begin anew after an answer', async () => {
  await goDown();
  const pauses: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const { retryAfterSeconds = 0 } = await failure(get());
    pauses.push(retryAfterSeconds);
    at.clock += retryAfterSeconds * 1000 + 1;
    await failTimes(1);
  }
  expect(pauses).toEqual([5, 10, 20, 40, 60, 60]);

  at.clock += 60_001;
  at.peer.down = false;
  await get();
  at.peer.down = true;
  await failTimes(3);
  expect((await failure(get())).retryAfterSeconds).toBe(5);
});

test('a probe that is given up lets the next one through', async () => {
  await goDown();
  at.peer.down = false;
  at.clock += 5001;
  const deadline = aMinute();
  const release = hold();
  const probe = get('/probe', deadline);
  await at.peer.until(2);
  deadline.giveUp(new Error('cancelled'));
  await expect(probe).rejects.toThrow('cancelled');
  release();

  expect((await get()).status).toBe(200);
});

test('a request that a step’s time cuts short is a failure of the other side', async () => {
  await get();
  const release = hold();
  for (let i = 0; i < 3; i += 1) {
    const deadline = aMinute();
    const slow = failure(get('/slow', deadline));
    await at.peer.until(2 + i);
    deadline.giveUp(new HttpError('timeout', 'The step’s time was over.'));
    await slow;
  }
  release();

  expect(await kind()).toBe('down');
});

test('a system that gives no token is down as well, and one outage is one failure for all', async () => {
  at.peer.down = true;
  await Promise.all(Array.from({ length: 5 }, () => failure(get())));
  expect(await kind()).toBe('ok');
  for (let i = 0; i < 2; i += 1) {
    // A failed login is not repeated within three seconds, and not counted again meanwhile.
    await failTimes(3);
    at.clock += 3001;
    await failTimes(1);
  }
  expect(await kind()).toBe('down');
});

test('a test of the connection tells of now, and leaves the connection as it stands', async () => {
  await goDown();
  at.peer.down = false;
  const values = { address: at.peer.url, clientSecret: CLIENT_SECRET };
  const definition = deskConnector.connection as ConnectionDefinition;

  expect((await at.connections.test({ definition, values })).ok).toBe(true);
  expect(await kind()).toBe('down');
});
