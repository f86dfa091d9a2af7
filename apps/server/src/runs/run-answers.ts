import { runStatuses } from '@sluice/schema';
import { z } from 'zod';
import { drawingSchema } from '../flows/flow-answers.ts';

const values = z.record(z.string(), z.unknown());

/** See `RunSummary`. */
export const runSummarySchema = z.looseObject({
  id: z.string(),
  flowId: z.string(),
  flowName: z.string(),
  flowVersion: z.int(),
  status: z.enum(runStatuses),
  title: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  test: z.boolean(),
  only: z.string().optional(),
  triggerId: z.string(),
  triggerName: z.string(),
});

const stepRunSchema = z.looseObject({
  status: z.string(),
  inputs: values,
  attempt: z.int(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  outputs: values.optional(),
  failure: z.looseObject({ code: z.string(), message: z.string() }).optional(),
  exits: z.array(z.string()).optional(),
  until: z.string().optional(),
  why: z.string().optional(),
  mayHaveRepeated: z.boolean().optional(),
  given: z.boolean().optional(),
  stretches: z.array(z.looseObject({ kind: z.string(), from: z.string() })).optional(),
});

/** See `RunDetail`: the fold of a run's events, by step. */
export const runDetailSchema = z.looseObject({
  id: z.string(),
  flowId: z.string(),
  flowName: z.string(),
  flowVersion: z.int(),
  status: z.enum(runStatuses),
  title: z.string(),
  test: z.boolean(),
  only: z.string().optional(),
  triggerId: z.string(),
  triggerOutputs: values,
  steps: z.record(z.string(), stepRunSchema),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  signalId: z.string().optional(),
  originRunId: z.string().optional(),
  parent: z.looseObject({ runId: z.string(), nodeId: z.string() }).optional(),
  retries: z.array(z.object({ at: z.string(), by: z.string().optional() })).optional(),
  message: z.string().optional(),
  calledRuns: z.array(runSummarySchema),
  drawing: drawingSchema,
});

/** See `RunEvent`; what else an event holds goes with its type. */
export const runEventSchema = z.looseObject({ type: z.string(), at: z.string() });

/** See `BulkRetry`. */
export const bulkRetrySchema = z.object({
  retried: z.int(),
  refused: z.array(z.object({ id: z.string(), why: z.string() })),
  cursor: z.string().optional(),
});
