import { describe, expect, it } from 'vitest';
import {
  type EditHistory,
  type Moment,
  emptyHistory,
  redo,
  remember,
  undo,
} from './edit-history.ts';

const moment = (text: string): Moment => ({ template: [{ text }], caret: text.length });

function typing(text: string): EditHistory {
  return text
    .split('')
    .reduce(
      (history, letter, index) => remember(history, moment(text.slice(0, index)), letter),
      emptyHistory,
    );
}

describe('the history of an input', () => {
  it('takes back a word and not a letter', () => {
    const [before] = undo(typing('ab cd'), moment('ab cd')) ?? [];
    expect(before).toEqual(moment('ab '));
  });

  it('goes back and forth', () => {
    const [, undone] = undo(typing('ab'), moment('ab')) ?? [];
    expect(undone && redo(undone, moment(''))?.[0]).toEqual(moment('ab'));
  });

  it('forgets what was undone once something else is done', () => {
    const [, undone = emptyHistory] = undo(typing('ab'), moment('ab')) ?? [];
    expect(redo(remember(undone, moment('')), moment('x'))).toBeUndefined();
  });

  it('begins a new entry where the caret was put elsewhere', () => {
    const history = remember(typing('ab'), { template: [{ text: 'ab' }], caret: 0 }, 'x');
    expect(history.past).toHaveLength(2);
  });

  it('has nothing to undo at first', () => {
    expect(undo(emptyHistory, moment(''))).toBeUndefined();
    expect(redo(emptyHistory, moment(''))).toBeUndefined();
  });
});
