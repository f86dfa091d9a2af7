import { flowDrawingSchema, runStatuses } from '@sluice/schema';
import { z } from 'zod';

const { nodes, edges, notes } = flowDrawingSchema.in.shape;

/** A drawing as the API describes it; what makes it consistent is checked beyond that. */
export const drawingSchema = z.object({ nodes, edges, notes });

const described = {
  id: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  version: z.int(),
  publishedVersion: z.int().optional(),
  publishedAt: z.string().optional(),
  updatedAt: z.string(),
  updatedBy: z.string().optional(),
  tags: z.array(z.string()),
};

/** See `FlowDetail`. */
export const flowDetailSchema = z.object({ ...described, nodes, edges, notes });

/** See `FlowSummary`. */
export const flowSummarySchema = z.object({
  ...described,
  nodeTypes: z.array(z.string()),
  nodeCount: z.int(),
  lastRun: z.object({ id: z.string(), status: z.enum(runStatuses), at: z.string() }).optional(),
  recentFailures: z.int(),
});

/** See `DeletedFlow`. */
export const deletedFlowSchema = z.object({
  id: z.string(),
  name: z.string(),
  nodeTypes: z.array(z.string()),
  nodeCount: z.int(),
  deletedAt: z.string(),
  restorableUntil: z.string(),
});

/** See `NamedFew`. */
const namedFewSchema = z.object({ names: z.array(z.string()), count: z.int() });

/** See `FlowVersion`. */
export const flowVersionSchema = z.object({
  version: z.int(),
  publishedAt: z.string(),
  publishedBy: z.string().optional(),
  current: z.boolean(),
  note: z.string().optional(),
  changes: z
    .object({
      added: namedFewSchema,
      removed: namedFewSchema,
      changed: namedFewSchema,
      moved: z.int(),
      edgesAdded: z.int(),
      edgesRemoved: z.int(),
      notes: z.int(),
    })
    .optional()
    .describe('Against the version that was published before it.'),
});

/** What keeps a flow from running, or what is odd about it. */
export const flowProblemSchema = z.looseObject({
  kind: z.string(),
  severity: z.enum(['error', 'warning']),
  nodeId: z.string().optional(),
  input: z.string().optional(),
  message: z.string(),
  consequence: z.string(),
  remedy: z.string(),
});

const flowFileNeed = {
  id: z.string(),
  name: z.string().optional(),
  usedBy: z.array(z.string()).describe('The nodes that use it.'),
  match: z
    .object({ id: z.string(), name: z.string() })
    .optional()
    .describe('What of this server has its name.'),
};

/** What importing a flow file would come to. */
export const flowFileCheckSchema = z.object({
  importable: z.boolean(),
  name: z.string().optional(),
  refusals: z.array(
    z.object({
      kind: z.string(),
      path: z.string().optional(),
      message: z.string(),
      remedy: z.string(),
      about: z.record(z.string(), z.string()).describe('The names within the sentences.'),
    }),
  ),
  problems: z.array(flowProblemSchema),
  connections: z.array(z.object({ ...flowFileNeed, type: z.string() })),
  flows: z.array(z.object({ ...flowFileNeed, itself: z.boolean().optional() })),
});
