import { z } from 'zod';
import { MOST_NOTE_TEXT, NOTE_SIZE, noteTones } from './note.ts';
import { faultOfGiven } from './pinned.ts';

/** The id of anything in a flow's document. */
export const documentId = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'Use 1–64 letters, digits, - or _.')
  // Every object has these names from birth, and a run keeps its steps by their ids.
  .refine((text) => !(text in Object.prototype), 'This word cannot be an id.');

/** Where something stands on the canvas. */
export const documentPosition = z
  .strictObject({ x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) })
  .default({ x: 0, y: 0 });

/** Reads a note where it comes from outside. */
export const noteSchema = z.strictObject({
  id: documentId,
  text: z
    .string()
    .max(MOST_NOTE_TEXT, `At most ${MOST_NOTE_TEXT} characters.`)
    .regex(/^[^\0]*$/),
  position: documentPosition,
  width: z.number().min(NOTE_SIZE.least.width).max(NOTE_SIZE.most),
  height: z.number().min(NOTE_SIZE.least.height).max(NOTE_SIZE.most),
  tone: z.enum(noteTones).optional(),
});

/** Reads given outputs where they come from outside, such as a draft that is saved. */
export const givenOutputsSchema = z.strictObject({
  outputs: z.record(z.string().max(200), z.unknown()).superRefine((outputs, context) => {
    const fault = faultOfGiven(outputs);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  }),
  exits: z
    .array(z.string().regex(/^[\w-]{1,64}$/))
    .max(100)
    .optional(),
});
