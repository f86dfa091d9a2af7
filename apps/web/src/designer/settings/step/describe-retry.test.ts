import { describe, expect, it } from 'vitest';
import { defaultRetry } from '@sluice/schema';
import { delaysOf, describeRetry } from './describe-retry.ts';

describe('retrying in plain words', () => {
  it.each([
    [defaultRetry, 'Tries up to 6 times over about 2 minutes.'],
    [
      { attempts: 1, firstDelaySeconds: 5, longestDelaySeconds: 60 },
      'Tries once. When that fails, the step has failed.',
    ],
    [
      { attempts: 2, firstDelaySeconds: 1, longestDelaySeconds: 60 },
      'Tries twice over about 1 second.',
    ],
    [
      { attempts: 3, firstDelaySeconds: 0, longestDelaySeconds: 0 },
      'Tries up to 3 times, at once each time.',
    ],
    [
      { attempts: 100, firstDelaySeconds: 3600, longestDelaySeconds: 86_400 },
      'Tries up to 100 times over about 95 days.',
    ],
  ])('%o', (retry, words) => {
    expect(describeRetry(retry)).toBe(words);
  });

  it('doubles each delay up to the longest', () => {
    expect(delaysOf(defaultRetry)).toEqual([5, 10, 20, 40, 60]);
  });
});
