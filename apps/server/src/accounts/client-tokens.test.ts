import { afterEach, expect, test, vi } from 'vitest';
import { ClientTokens, tokenLifetime } from './client-tokens.ts';

afterEach(() => void vi.useRealTimers());

test('a token is good for an hour and no longer', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const tokens = new ClientTokens(Buffer.alloc(32));
  const token = tokens.sign('key');

  vi.advanceTimersByTime((tokenLifetime - 2) * 1000);
  expect(tokens.read(token)).toBe('key');
  vi.advanceTimersByTime(3000);
  expect(tokens.read(token)).toBeUndefined();
});
