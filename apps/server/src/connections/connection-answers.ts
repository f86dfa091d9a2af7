import { z } from 'zod';

const connectionCheck = z.object({ label: z.string(), ok: z.boolean(), message: z.string() });

/** What a test found; see `ConnectionTest`. */
export const connectionTestSchema = z.object({
  at: z.string(),
  ok: z.boolean(),
  checks: z.array(connectionCheck),
});

/** A connection as it is told of: never with its values. */
export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  usedBy: z.array(z.object({ flowId: z.string(), flowName: z.string() })),
  lastTest: connectionTestSchema.optional(),
  state: z.object({
    kind: z.enum(['ok', 'resting', 'down']),
    until: z.string().optional(),
    message: z.string().optional(),
  }),
});

/** The options of a drop-down. */
export const optionsSchema = z.object({
  options: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().optional() })),
});

export const constantSchema = z.object({ id: z.string(), name: z.string(), value: z.string() });
