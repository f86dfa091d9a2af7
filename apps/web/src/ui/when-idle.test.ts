import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from './when-idle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Has the browser be busy until the returned function is called. */
function busy() {
  const asked = new Map<number, () => void>();
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => {
    asked.set(asked.size + 1, callback);
    return asked.size;
  });
  vi.stubGlobal('cancelIdleCallback', (id: number) => asked.delete(id));
  return () => asked.forEach((callback) => callback());
}

test('what can wait is done once the pause is over and the page has nothing else to do', () => {
  const idle = busy();
  const done = vi.fn();
  whenIdle(done, 300);
  idle();
  vi.advanceTimersByTime(5000);
  expect(done).not.toHaveBeenCalled();
  idle();
  expect(done).toHaveBeenCalledTimes(1);
});

test('what is called off is not done, in the pause or after it', () => {
  const idle = busy();
  const done = vi.fn();
  whenIdle(done, 300)();
  const callOff = whenIdle(done, 300);
  vi.advanceTimersByTime(300);
  callOff();
  idle();
  expect(done).not.toHaveBeenCalled();
});

test('a browser that knows no idle does it after the pause', () => {
  const done = vi.fn();
  whenIdle(done, 300);
  vi.advanceTimersByTime(300);
  expect(done).toHaveBeenCalledTimes(1);
});
