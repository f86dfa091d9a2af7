import type { Template } from '@sluice/schema';

/** What one input held and where its caret was. */
export interface Moment {
  readonly template: Template;
  readonly caret: number;
}

/** The past and the undone future of one input, oldest first. */
export interface EditHistory {
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  /** Where the caret stood after the last typed letter, while a word is being typed. */
  readonly typingAt?: number;
}

export const emptyHistory: EditHistory = { past: [], future: [] };

/**
 * Remembers the moment before an edit. Letters typed one after another count as one edit until a
 * space or a step elsewhere, so that undo takes back words and not letters.
 */
export function remember(history: EditHistory, before: Moment, typed?: string): EditHistory {
  const isLetter = typed !== undefined && typed.length <= 2 && typed.trim() !== '';
  const joins = isLetter && history.typingAt === before.caret;
  return {
    past: joins ? history.past : [...history.past.slice(-199), before],
    future: [],
    ...(isLetter && { typingAt: before.caret + typed.length }),
  };
}

/** Steps back; undefined when there is nothing to undo. */
export function undo(history: EditHistory, now: Moment): [Moment, EditHistory] | undefined {
  const moment = history.past.at(-1);
  return moment && [moment, { past: history.past.slice(0, -1), future: [...history.future, now] }];
}

/** Steps forward again; undefined when nothing was undone. */
export function redo(history: EditHistory, now: Moment): [Moment, EditHistory] | undefined {
  const moment = history.future.at(-1);
  return moment && [moment, { past: [...history.past, now], future: history.future.slice(0, -1) }];
}
