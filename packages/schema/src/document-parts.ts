import { z } from 'zod';

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
