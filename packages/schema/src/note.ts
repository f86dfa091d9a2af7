import { z } from 'zod';
import type { NodeId, Position } from './flow.ts';
import { documentId, documentPosition } from './document-parts.ts';

/** The colours that a note may have: plain paper, or one of the colours that kinds of nodes have. */
export const noteTones = ['plain', 'accent', 'trigger', 'tool', 'alert'] as const;
export type NoteTone = (typeof noteTones)[number];

/** Pixels of the canvas. */
export const NOTE_SIZE = { least: { width: 120, height: 64 }, most: 4000 };
const MOST_TEXT = 5000;

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

/** Reads a note where it comes from outside. */
export const noteSchema = z.strictObject({
  id: documentId,
  text: z
    .string()
    .max(MOST_TEXT, `At most ${MOST_TEXT} characters.`)
    .regex(/^[^\0]*$/),
  position: documentPosition,
  width: z.number().min(NOTE_SIZE.least.width).max(NOTE_SIZE.most),
  height: z.number().min(NOTE_SIZE.least.height).max(NOTE_SIZE.most),
  tone: z.enum(noteTones).optional(),
});

/** Text as a note keeps it: without what could not be stored, and no longer than a note may be. */
export function noteText(typed: string): string {
  return typed.replaceAll('\0', '').slice(0, MOST_TEXT);
}
