import { z } from 'zod';
import { documentId } from '../flow/document-parts.ts';
import type { FlowEdge, StepNode, TriggerNode, TriggerSettings } from '../flow/flow.ts';
import { flowDrawingSchema, labelSchema } from '../flow/flow-document.ts';
import type { FlowNote } from '../flow/note.ts';

export const FLOW_FILE_FORMAT = 'sluice-flow';
/** Goes up when an older Sluice could not read what a newer one writes. */
export const FLOW_FILE_VERSION = 1;
/** Characters that a flow file may have: more than any flow that can be saved makes. */
export const LONGEST_FLOW_FILE = 8_000_000;

/**
 * A flow as it travels between servers: its drawing without ids of the server that it comes from.
 * What it needs there is named instead, and chosen anew where it is imported.
 */
export interface FlowFile {
  readonly format: typeof FLOW_FILE_FORMAT;
  readonly formatVersion: typeof FLOW_FILE_VERSION;
  readonly name: string;
  readonly connections: readonly ConnectionNeed[];
  readonly flows: readonly FlowNeed[];
  readonly nodes: readonly FlowFileNode[];
  readonly edges: readonly FlowEdge[];
  readonly notes?: readonly FlowNote[];
}

/** A connection that nodes of the file use. */
export interface ConnectionNeed {
  /** Stands for the connection within the file alone. */
  readonly id: string;
  /** The connector that it is a connection of, such as `haloitsm`. */
  readonly type: string;
  /** What it was called; absent when it was gone already. */
  readonly name?: string;
}

/** Another flow that nodes of the file name, such as one that they call. */
export interface FlowNeed {
  /** Stands for the flow within the file alone. */
  readonly id: string;
  /** What it was called; absent when it was gone already. */
  readonly name?: string;
  /** The flow of the file itself, as when it calls itself. */
  readonly itself?: boolean;
}

/** A node with the needs it uses in place of ids, and without what is pinned: values of real runs. */
export type FlowFileNode = FlowFileTrigger | FlowFileStep;
export type FlowFileTrigger = Omit<TriggerNode, 'connectionId' | 'pinned' | 'settings'> &
  NodeNeeds & { readonly settings: Omit<TriggerSettings, 'authenticatingUserId'> };
export type FlowFileStep = Omit<StepNode, 'connectionId' | 'pinned'> & NodeNeeds;

interface NodeNeeds {
  /** The id of one of the file's `connections`. */
  readonly connection?: string;
  /** By input: the id of one of the file's `flows`. */
  readonly flows?: Readonly<Record<string, string>>;
}

const { nodes, edges, notes } = flowDrawingSchema.in.shape;
const [trigger, step] = nodes.element.options;
const needs = {
  connection: documentId.optional(),
  flows: z.record(z.string().max(64), documentId).optional(),
};

const ofServer = { connectionId: true, pinned: true } as const;

const fileTrigger = trigger.omit(ofServer).extend({
  ...needs,
  settings: trigger.shape.settings.unwrap().omit({ authenticatingUserId: true }).prefault({}),
});
const fileStep = step.omit(ofServer).extend(needs);

/** The shape of a flow file. What makes its drawing consistent is checked beyond that. */
export const flowFileSchema = z.strictObject({
  format: z.literal(FLOW_FILE_FORMAT),
  formatVersion: z.literal(FLOW_FILE_VERSION),
  name: labelSchema,
  connections: z
    .array(
      z.strictObject({
        id: documentId,
        type: z.string().regex(/^[a-z0-9-]{1,64}$/, 'Use the id of a connector, such as haloitsm.'),
        name: labelSchema.optional(),
      }),
    )
    .max(200)
    .default([]),
  flows: z
    .array(
      z.strictObject({
        id: documentId,
        name: labelSchema.optional(),
        itself: z.boolean().optional(),
      }),
    )
    .max(200)
    .default([]),
  nodes: z.array(z.discriminatedUnion('kind', [fileTrigger, fileStep])).max(2000),
  edges: edges.default([]),
  notes,
});
