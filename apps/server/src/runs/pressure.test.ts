import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { Pressure, type Room, roomAt } from './pressure.ts';

const enough: Room = { heapUsed: 0.5, diskFree: 1e9 };

test('no more is taken on while memory or disk run out, and again once there is room', async () => {
  let room = enough;
  const pressure = new Pressure(async () => room);
  const reasons: (string | undefined)[] = [];
  for (const next of [enough, { ...enough, heapUsed: 0.9 }, { ...enough, diskFree: 1e6 }, enough]) {
    room = next;
    await pressure.look();
    reasons.push(pressure.reason(0));
  }

  expect(reasons).toEqual([
    undefined,
    'The server is short of memory.',
    'The server is short of disk space.',
    undefined,
  ]);
});

test('no more is taken on while too many runs wait for their turn', () => {
  const pressure = new Pressure(async () => enough);

  expect(pressure.reason(50_000)).toBeUndefined();
  expect(pressure.reason(50_001)).toContain('waiting');
});

test('a disk that cannot be asked does not count as full', async () => {
  const pressure = new Pressure(async () => ({ heapUsed: 0, diskFree: undefined }));
  await pressure.look();

  expect(pressure.reason(0)).toBeUndefined();
  expect((await roomAt('/there/is/no/such/folder')).diskFree).toBeUndefined();
  expect((await roomAt(tmpdir())).diskFree).toBeGreaterThan(0);
});
