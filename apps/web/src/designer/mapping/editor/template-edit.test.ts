import { describe, expect, it } from 'vitest';
import type { Template } from '@sluice/schema';
import {
  lengthOf,
  moveSpan,
  normalise,
  pillAt,
  pillOffsets,
  slice,
  splice,
  textAfter,
  textBefore,
} from './template-edit.ts';

const pill = { nodeId: 'trigger', output: 'summary' };
const template: Template = [{ text: 'See ' }, { pill }, { text: ' now' }];

describe('a template in units', () => {
  it('counts a pill as one unit', () => {
    expect(lengthOf(template)).toBe(9);
    expect(pillOffsets(template)).toEqual([4]);
    expect(pillAt(template, 4)).toEqual(pill);
    expect(pillAt(template, 3)).toBeUndefined();
  });

  it('cuts texts and keeps pills whole', () => {
    expect(slice(template, { from: 2, to: 7 })).toEqual([{ text: 'e ' }, { pill }, { text: ' n' }]);
    expect(slice(template, { from: 4, to: 4 })).toEqual([]);
  });

  it('merges the texts that touch once a pill is gone', () => {
    expect(splice(template, { from: 4, to: 5 }, [])).toEqual([{ text: 'See  now' }]);
  });

  it('puts parts in at any place', () => {
    const at = (place: number) => splice(template, { from: place, to: place }, [{ pill }]);
    expect(at(0)[0]).toEqual({ pill });
    expect(at(2)).toEqual([{ text: 'Se' }, { pill }, { text: 'e ' }, { pill }, { text: ' now' }]);
    expect(at(9).at(-1)).toEqual({ pill });
  });

  it('moves a span to both sides and leaves it where it is when dropped on itself', () => {
    const span = { from: 4, to: 5 };
    expect(moveSpan(template, span, 0)).toEqual([{ pill }, { text: 'See  now' }]);
    expect(moveSpan(template, span, 9)).toEqual([{ text: 'See  now' }, { pill }]);
    expect(moveSpan(template, span, 5)).toBe(template);
  });

  it('finds the text on either side of a place, up to a pill', () => {
    expect(textBefore(template, 7)).toBe(' n');
    expect(textAfter(template, 1)).toBe('ee ');
    expect(textAfter(template, 4)).toBe('');
  });

  it('writes equal contents as equal lists', () => {
    expect(normalise([{ text: 'a' }, { text: '' }, { text: 'b' }])).toEqual([{ text: 'ab' }]);
    expect(normalise([{ text: '' }])).toEqual([]);
  });
});
