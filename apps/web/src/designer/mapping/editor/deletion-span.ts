import type { Template } from '@sluice/schema';
import { type Span, lengthOf, pillAt, textAfter, textBefore } from './template-edit.ts';

export type Direction = 'backward' | 'forward';
export type Reach = 'character' | 'word' | 'line';

/**
 * What a deletion from a caret covers: one character as a person counts them, a word, or the rest
 * of the line. It stops at a pill; right beside one it covers just that pill, which the editor
 * selects first and deletes only when asked again.
 */
export function deletionSpan(
  template: Template,
  caret: number,
  { direction, reach }: { readonly direction: Direction; readonly reach: Reach },
): Span {
  if (direction === 'backward') {
    if (caret > 0 && pillAt(template, caret - 1)) return { from: caret - 1, to: caret };
    const text = textBefore(template, caret);
    return { from: caret - units(text, direction, reach), to: caret };
  }
  if (pillAt(template, caret)) return { from: caret, to: caret + 1 };
  const text = textAfter(template, caret);
  return { from: caret, to: Math.min(lengthOf(template), caret + units(text, direction, reach)) };
}

/** Where the caret goes when it steps over one character or pill. */
export function stepFrom(template: Template, caret: number, direction: Direction): number {
  const span = deletionSpan(template, caret, { direction, reach: 'character' });
  return direction === 'backward' ? span.from : span.to;
}

function units(text: string, direction: Direction, reach: Reach): number {
  const found = patterns[reach][direction];
  if (found) return found.exec(text)?.[0].length ?? 0;
  const characters = [...graphemes.segment(text)];
  return (direction === 'backward' ? characters.at(-1) : characters[0])?.segment.length ?? 0;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const patterns: Record<Reach, Partial<Record<Direction, RegExp>>> = {
  character: {},
  word: {
    backward: /(?:[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]+)?\s*$/u,
    forward: /^\s*(?:[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]+)?/u,
  },
  line: { backward: /(?:[^\n]+|\n)$/, forward: /^(?:[^\n]+|\n)/ },
};
