import { describe, expect, it } from 'vitest';
import type { Template } from '@sluice/schema';
import { type Direction, type Reach, deletionSpan, stepFrom } from './deletion-span.ts';

const pill = { pill: { nodeId: 'trigger', output: 'summary' } };

function deleted(template: Template, caret: number, how: `${Direction} ${Reach}`) {
  const [direction, reach] = how.split(' ') as [Direction, Reach];
  const { from, to } = deletionSpan(template, caret, { direction, reach });
  return [from, to];
}

describe('what a deletion covers', () => {
  it('is one character as a person counts them', () => {
    const family = '👩‍👩‍👧';
    expect(deleted([{ text: `a${family}` }], 1 + family.length, 'backward character')).toEqual([
      1,
      1 + family.length,
    ]);
    expect(deleted([{ text: 'é́x' }], 0, 'forward character')).toEqual([0, 'é́'.length]);
  });

  it('is just the pill beside the caret', () => {
    expect(deleted([{ text: 'a' }, pill], 2, 'backward word')).toEqual([1, 2]);
    expect(deleted([pill, { text: 'a' }], 0, 'forward character')).toEqual([0, 1]);
  });

  it('stops at a pill', () => {
    expect(deleted([pill, { text: 'ab' }], 3, 'backward line')).toEqual([1, 3]);
    expect(deleted([{ text: 'ab' }, pill], 0, 'forward word')).toEqual([0, 2]);
  });

  it('takes a word with the spaces towards the caret', () => {
    expect(deleted([{ text: 'one two  ' }], 9, 'backward word')).toEqual([4, 9]);
    expect(deleted([{ text: 'one two' }], 3, 'forward word')).toEqual([3, 7]);
  });

  it('takes the rest of the line, and then its end', () => {
    expect(deleted([{ text: 'a\nbc' }], 4, 'backward line')).toEqual([2, 4]);
    expect(deleted([{ text: 'a\nbc' }], 2, 'backward line')).toEqual([1, 2]);
  });

  it('is nothing at either end', () => {
    expect(deleted([{ text: 'a' }], 0, 'backward character')).toEqual([0, 0]);
    expect(deleted([{ text: 'a' }], 1, 'forward character')).toEqual([1, 1]);
  });

  it('lets the caret step over a pill at once', () => {
    expect(stepFrom([pill, pill], 1, 'forward')).toBe(2);
    expect(stepFrom([pill, pill], 1, 'backward')).toBe(0);
  });
});
