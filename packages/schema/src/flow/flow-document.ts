import { z } from 'zod';
import { documentId, documentPosition, givenOutputsSchema, noteSchema } from './document-parts.ts';
import {
  DAY_SECONDS,
  type FlowDrawing,
  defaultFloodControl,
  triggerAuthentications,
} from './flow.ts';
import { LONGEST_PINNED_IN_ALL } from './pinned.ts';
import { dateStyles } from '../pills/pill-format.ts';

/**
 * The shape and the limits of a flow where it comes from outside: the API, an import, the
 * clipboard. What may be left out gets its default here, and nowhere else.
 */
const id = documentId;
const nodeType = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'Use connector.name, such as haloitsm.create-ticket.')
  .max(80);
const pathKeys = z.array(z.union([z.string().max(200), z.number().int().min(0)])).max(20);

const pillFormat = z.discriminatedUnion('name', [
  z.strictObject({ name: z.enum(['upper', 'lower', 'trim', 'json', 'number', 'escape-html']) }),
  z.strictObject({ name: z.literal('default'), value: z.string().max(2000) }),
  z.strictObject({ name: z.literal('truncate'), length: z.number().int().min(1).max(100_000) }),
  z.strictObject({ name: z.literal('date'), style: z.enum(dateStyles) }),
  z.strictObject({ name: z.literal('pick'), position: z.number().int().min(-10_000).max(10_000) }),
  z.strictObject({ name: z.literal('join'), separator: z.string().max(20) }),
]);

const template = z
  .array(
    z.union([
      z.strictObject({ text: z.string().max(100_000) }),
      z.strictObject({
        pill: z.strictObject({
          nodeId: id,
          output: z.string().min(1).max(200),
          path: pathKeys.optional(),
          format: z.array(pillFormat).max(10).optional(),
        }),
      }),
    ]),
  )
  .max(500);

const comparisonSet = z.strictObject({
  id,
  comparisons: z
    .array(
      z.strictObject({
        id,
        left: template,
        operator: z.string().min(1).max(64),
        right: template.default([]),
      }),
    )
    .min(1)
    .max(50),
});

const inputValue = z.union([
  template,
  z.strictObject({
    entries: z.array(z.strictObject({ id, name: template, value: template })).max(200),
  }),
  z.strictObject({ sets: z.array(comparisonSet).max(50) }),
  z.strictObject({
    perWay: z
      .array(
        z.strictObject({
          id,
          name: template,
          values: z
            .array(z.strictObject({ source: id, exit: id, value: template.default([]) }))
            .max(100),
        }),
      )
      .max(200),
  }),
]);

const inputName = z.string().regex(/^[A-Za-z][\w-]{0,63}$/, 'Not the name of an input.');

/** A node's label; control characters would break lists, logs and exports. */
export const labelSchema = z
  .string()
  .trim()
  .min(1, 'A name is needed.')
  .max(120, 'At most 120 characters.')
  // oxlint-disable-next-line no-control-regex
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'Control characters are not allowed.');

const nodeBase = {
  id,
  type: nodeType,
  name: labelSchema,
  position: documentPosition,
  disabled: z.boolean().optional(),
  connectionId: id.optional(),
  pinned: givenOutputsSchema.optional(),
};

const triggerSettings = z
  .strictObject({
    authentication: z.enum(triggerAuthentications).default('url'),
    authenticatingUserId: id.optional(),
    floodControl: z
      .strictObject({
        enabled: z.boolean().default(defaultFloodControl.enabled),
        threshold: z.number().int().min(1).max(1000).default(defaultFloodControl.threshold),
        periodSeconds: z
          .number()
          .int()
          .min(1)
          .max(DAY_SECONDS)
          .default(defaultFloodControl.periodSeconds),
        correlateBy: z.array(z.string().min(1).max(200)).max(10).default([]),
      })
      .prefault({}),
    deduplicate: z
      .strictObject({
        by: z.array(z.string().min(1).max(200)).max(10).optional(),
        windowSeconds: z
          .number()
          .int()
          .min(1)
          .max(30 * DAY_SECONDS)
          .default(DAY_SECONDS),
      })
      .prefault({}),
    runTimeoutSeconds: z
      .number()
      .int()
      .min(1)
      .max(90 * DAY_SECONDS)
      .optional(),
    runsAtOnce: z.number().int().min(1).max(10_000).optional(),
    answerSeconds: z.number().int().min(1).max(120).optional(),
  })
  .prefault({});

const triggerNode = z.strictObject({
  ...nodeBase,
  kind: z.literal('trigger'),
  settings: triggerSettings,
  inputs: z.record(inputName, inputValue).optional(),
  picked: z
    .array(z.strictObject({ name: inputName, label: labelSchema, path: pathKeys }))
    .max(100)
    .optional(),
});

const stepNode = z.strictObject({
  ...nodeBase,
  kind: z.literal('step'),
  inputs: z.record(inputName, inputValue).default({}),
  retry: z
    .strictObject({
      attempts: z.number().int().min(1).max(100),
      firstDelaySeconds: z.number().min(0).max(3600),
      longestDelaySeconds: z.number().min(0).max(DAY_SECONDS),
    })
    .optional(),
  timeoutSeconds: z.number().int().min(1).max(3600).optional(),
});

const edge = z.strictObject({
  id: id.optional(),
  source: id,
  exit: id.default('next'),
  target: id,
});

/** Reads a drawing, or says what is wrong with it and where. */
export const flowDrawingSchema = z
  .strictObject({
    nodes: z.array(z.discriminatedUnion('kind', [triggerNode, stepNode])).max(2000),
    edges: z.array(edge).max(10_000),
    notes: z.array(noteSchema).max(500).optional(),
  })
  .transform((read, context): FlowDrawing => {
    const { drawing, faults } = settleDrawing(read);
    for (const message of faults) context.addIssue({ code: 'custom', message });
    // Zod marks absent keys as `undefined`-able; a parsed document never holds them.
    return { ...drawing, nodes: read.nodes } as FlowDrawing;
  });

/** Gives every edge its id, leaves out an empty list of notes, and says what no drawing may have. */
export function settleDrawing<Edge extends LooseEdge, Note extends { readonly id: string }>(read: {
  readonly nodes: Outline['nodes'];
  readonly edges: readonly Edge[];
  readonly notes?: readonly Note[] | undefined;
}) {
  const edges = withIds(read.edges);
  const notes = read.notes?.length ? { notes: read.notes } : {};
  return { drawing: { edges, ...notes }, faults: inconsistencies({ ...read, edges }) };
}

type LooseEdge = Omit<Outline['edges'][number], 'id'> & { readonly id?: string | undefined };

/** Gives edges that came without an id the first free number. */
function withIds<Edge extends { id?: string | undefined }>(
  edges: readonly Edge[],
): (Edge & { id: string })[] {
  const taken = new Set(edges.map((each) => each.id));
  let number = 0;
  return edges.map((each) => {
    if (each.id !== undefined) return { ...each, id: each.id };
    do number += 1;
    while (taken.has(`e${number}`));
    return { ...each, id: `e${number}` };
  });
}

interface Outline {
  readonly notes?: readonly { readonly id: string }[] | undefined;
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: 'trigger' | 'step';
    readonly pinned?: unknown;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly source: string;
    readonly exit: string;
    readonly target: string;
  }[];
}

/** What no drawing may have, whatever its nodes are: twins, loose ends, circles. */
function inconsistencies({ nodes, edges, notes = [] }: Outline): string[] {
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  const found: string[] = [];
  if (kinds.size < nodes.length) found.push('Two nodes have the same id.');
  const noteIds = new Set(notes.map((note) => note.id));
  if (noteIds.size < notes.length || notes.some((note) => kinds.has(note.id)))
    found.push('A note has the id of a node or of another note.');
  if (kinds.has('constants')) found.push('“constants” cannot be the id of a node.');
  const pinned = nodes.flatMap((node) => node.pinned ?? []);
  if (pinned.length > 0 && JSON.stringify(pinned).length > LONGEST_PINNED_IN_ALL) {
    found.push('The pinned outputs of all nodes together are too long. Unpin some of them.');
  }
  if (new Set(edges.map((each) => each.id)).size < edges.length)
    found.push('Two edges have the same id.');
  const joined = new Set<string>();
  for (const each of edges) {
    const way = `${each.source} ${each.exit} ${each.target}`;
    if (joined.has(way)) found.push(`Edge ${each.id} joins what another edge joins already.`);
    joined.add(way);
    if (!kinds.has(each.source) || !kinds.has(each.target)) {
      found.push(`Edge ${each.id} leads from or to a node that is not in the flow.`);
    } else if (kinds.get(each.target) === 'trigger') {
      found.push(`Edge ${each.id} leads into a trigger.`);
    }
  }
  if (hasCircle({ nodes, edges }))
    found.push('The edges make a circle, and the flow would never end.');
  return found.slice(0, 20);
}

/** Takes away nodes that nothing leads to, until none is left or the rest is a circle. */
function hasCircle({ nodes, edges }: Outline): boolean {
  const waysIn = new Map(nodes.map((node) => [node.id, 0]));
  const targets = new Map<string, string[]>();
  for (const { source, target } of edges) {
    waysIn.set(target, (waysIn.get(target) ?? 0) + 1);
    targets.set(source, [...(targets.get(source) ?? []), target]);
  }
  const free = [...waysIn].filter(([, count]) => count === 0).map(([nodeId]) => nodeId);
  let removed = 0;
  for (let nodeId = free.pop(); nodeId !== undefined; nodeId = free.pop()) {
    removed += 1;
    for (const target of targets.get(nodeId) ?? []) {
      const left = (waysIn.get(target) ?? 0) - 1;
      waysIn.set(target, left);
      if (left === 0) free.push(target);
    }
  }
  return removed < waysIn.size;
}
