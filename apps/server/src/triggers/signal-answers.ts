import { signalOutcomes } from '@sluice/schema';
import { z } from 'zod';

const values = z.record(z.string(), z.unknown());

/** See `Signal`. */
export const signalSchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  outcome: z.enum(signalOutcomes),
  reason: z.string().optional(),
  statusCode: z.int(),
  flowId: z.string().optional(),
  flowName: z.string().optional(),
  triggerId: z.string().optional(),
  triggerName: z.string().optional(),
  userName: z.string().optional(),
  requestId: z.string().optional(),
  parentId: z.string().optional(),
  suppressedCount: z.int(),
  title: z.string(),
});

/** See `SignalDetail`. */
export const signalDetailSchema = signalSchema.extend({
  outputs: values,
  payload: z.string().optional(),
  contentType: z.string().optional(),
  remoteAddress: z.string().optional(),
});

/** The runs that were started by hand: one for each event of the payload. */
export const startedRunsSchema = z.object({
  requestId: z.string(),
  requestIds: z.array(z.string()),
});

/** See `TriggerDetail`. */
export const triggerDetailSchema = z.object({
  url: z.string().optional(),
  configurationPayload: z.string().optional(),
  signingSecret: z.string().optional(),
  tokenUrl: z.string().optional(),
  live: z.boolean(),
  why: z.string().optional(),
  lastSignal: z
    .object({ id: z.string(), receivedAt: z.string(), outputs: values, payload: z.unknown() })
    .optional(),
  signalsToday: z.int(),
  setup: z
    .object({
      connectionId: z.string(),
      createdAt: z.string(),
      created: z.array(z.object({ id: z.string(), label: z.string(), detail: z.string() })),
    })
    .optional(),
});

/** See `CallableFlow`. */
export const callableFlowSchema = z.object({
  id: z.string(),
  name: z.string(),
  inputs: z.array(z.object({ name: z.string(), sample: z.string() })),
});

/** See `ScheduleTimes`. */
export const scheduleTimesSchema = z.union([
  z.object({ meaning: z.string(), times: z.array(z.string()) }),
  z.object({ problem: z.string(), input: z.string().optional() }),
]);
