import type { NodeId, Position } from './flow.ts';

/** The colours that a note may have: plain paper, or one of the colours that kinds of nodes have. */
export const noteTones = ['plain', 'accent', 'trigger', 'tool', 'alert'] as const;
export type NoteTone = (typeof noteTones)[number];

/** Pixels of the canvas. */
export const NOTE_SIZE = { least: { width: 120, height: 64 }, most: 4000 };
/** Characters that a note may have. */
export const MOST_NOTE_TEXT = 5000;

/** A text that stands on the canvas. It tells people something, and a run nothing. */
export interface FlowNote {
  /** No node and no other note of the flow has it. */
  readonly id: NodeId;
  /** Plain text, with line breaks. */
  readonly text: string;
  readonly position: Position;
  readonly width: number;
  readonly height: number;
  /** Left out: `plain`. */
  readonly tone?: NoteTone;
}

/** Text as a note keeps it: without what could not be stored, and no longer than a note may be. */
export function noteText(typed: string): string {
  return typed.replaceAll('\0', '').slice(0, MOST_NOTE_TEXT);
}
