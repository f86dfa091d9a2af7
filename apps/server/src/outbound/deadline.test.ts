import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Deadline, within } from './deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tooLate = () => new Error('too late');

test('it is over at its end, and tells all who asked to be told', () => {
  const deadline = new Deadline(1000, tooLate);
  const told: string[] = [];
  deadline.onOver(({ message }) => told.push(`one: ${message}`));
  deadline.onOver(({ message }) => told.push(`two: ${message}`));
  const leave = deadline.onOver(() => told.push('three'));
  leave();

  vi.advanceTimersByTime(999);
  expect(deadline.reason).toBeUndefined();
  vi.advanceTimersByTime(1);
  expect(deadline.reason?.message).toBe('too late');
  expect(told).toEqual(['one: too late', 'two: too late']);
});

test('whoever asks too late is told at once', () => {
  const deadline = new Deadline(1000, tooLate);
  deadline.giveUp(new Error('cancelled'));
  const told = vi.fn();
  deadline.onOver(told);

  expect(told).toHaveBeenCalledExactlyOnceWith(deadline.reason);
  expect(() => deadline.throwIfOver()).toThrow('cancelled');
});

test('the first reason stays', () => {
  const deadline = new Deadline(1000, tooLate);
  deadline.giveUp(new Error('cancelled'));
  deadline.giveUp(new Error('again'));
  vi.advanceTimersByTime(2000);

  expect(deadline.reason?.message).toBe('cancelled');
});

test('time that has ended is not over later', () => {
  const deadline = new Deadline(1000, tooLate);
  deadline.end();
  vi.advanceTimersByTime(2000);

  expect(deadline.reason).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  { what: 'its own end comes first', milliseconds: 500, why: 'too late', after: 500 },
  { what: 'the outer time ends first', milliseconds: 5000, why: 'outer', after: 1000 },
  { what: 'both end at once', milliseconds: 1000, why: 'outer', after: 1000 },
])('time within other time: $what', ({ milliseconds, why, after }) => {
  const outer = new Deadline(1000, () => new Error('outer'));
  const inner = new Deadline(milliseconds, tooLate, outer);

  vi.advanceTimersByTime(after - 1);
  expect(inner.reason).toBeUndefined();
  vi.advanceTimersByTime(1);
  expect(inner.reason?.message).toBe(why);
  outer.end();
});

test('what is left under way when its outer time has ended is still cut short by that', () => {
  const outer = new Deadline(1000, tooLate);
  const inner = new Deadline(5000, tooLate, outer);
  outer.end();

  vi.advanceTimersByTime(1000);
  expect(inner.reason?.message).toBe('too late');
});

test('outer time that has ended is not kept for what ends later', () => {
  const outer = new Deadline(1000, tooLate);
  const inner = new Deadline(5000, tooLate, outer);
  outer.end();
  inner.end();

  expect(vi.getTimerCount()).toBe(0);
});

test('time within time that is over is not given', () => {
  const outer = new Deadline(1000, tooLate);
  outer.giveUp(new Error('cancelled'));

  expect(() => new Deadline(500, tooLate, outer)).toThrow('cancelled');
  expect(vi.getTimerCount()).toBe(0);
});

test('what is done in time brings its result, or its own failure', async () => {
  const deadline = new Deadline(1000, tooLate);

  expect(await within(deadline, Promise.resolve('done'))).toBe('done');
  await expect(within(deadline, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await within(undefined, Promise.resolve('no hurry'))).toBe('no hurry');
});

test('what is not done in time is left behind', async () => {
  const deadline = new Deadline(1000, tooLate);
  const waiting = within(deadline, new Promise(() => {}));
  deadline.giveUp(new Error('cancelled'));

  await expect(waiting).rejects.toThrow('cancelled');
});
