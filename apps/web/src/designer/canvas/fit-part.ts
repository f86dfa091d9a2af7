import {
  CONSTANTS,
  type Flow,
  type FlowDrawing,
  type FlowNode,
  type ManifestIndex,
  type NodeId,
  pillsOf,
} from '@sluice/schema';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import type { CopiedPart } from './clipboard-text.ts';
import { excerpt } from './copy-nodes.ts';

/** What is known of where a part is pasted. */
export interface Surroundings {
  readonly flow: Flow;
  readonly index: ManifestIndex;
  /** The connections of this server; undefined when they could not be asked for. */
  readonly connectionIds: ReadonlySet<string> | undefined;
}

/** A part of a flow made to fit into another one. */
export interface FittedPart {
  readonly drawing: FlowDrawing;
  /** See `copyingEdits`. */
  readonly standIns: ReadonlyMap<NodeId, NodeId>;
  /** What could not be taken as it was, a sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Fits copied nodes into a flow: kinds that this server lacks stay out, connections it lacks are
 * left open, and pills of a trigger that was not copied draw on this flow's only trigger of that
 * kind. Each such change is said.
 */
export function fitPart(part: CopiedPart, around: Surroundings): FittedPart {
  const unknown = part.nodes.filter((node) => !isKnown(node, around.index));
  const kept = excerpt(part, [
    ...part.nodes.filter((node) => !unknown.includes(node)).map(({ id }) => id),
    ...(part.notes ?? []).map(({ id }) => id),
  ]);
  const cut = kept.nodes.filter((node) => lacksConnection(node, around));
  const drawing = {
    ...kept,
    nodes: kept.nodes.map((node) => (cut.includes(node) ? withoutConnection(node) : node)),
  };
  const { standIns, broken } = outsidePills(part, drawing, around.flow);
  return {
    drawing,
    standIns,
    remarks: [
      ...(unknown.length > 0
        ? [say('designer.paste.unknown', { count: unknown.length, names: namesOf(unknown) })]
        : []),
      ...(cut.length > 0 ? [say('designer.paste.connections', { names: namesOf(cut) })] : []),
      ...(standIns.size > 0
        ? [say('designer.paste.stand-ins', { names: standInNames(standIns, around.flow) })]
        : []),
      ...(broken.count > 0
        ? [say('designer.paste.broken-pills', { count: broken.count, names: broken.names })]
        : []),
    ],
  };
}

function isKnown({ kind, type }: FlowNode, { triggers, steps }: ManifestIndex): boolean {
  return kind === 'trigger' ? triggers.has(type) : steps.has(type);
}

function lacksConnection({ connectionId }: FlowNode, { connectionIds }: Surroundings): boolean {
  return connectionId !== undefined && connectionIds?.has(connectionId) === false;
}

function withoutConnection(node: FlowNode): FlowNode {
  const { connectionId: _elsewhere, ...rest } = node;
  return rest;
}

/** Which nodes stand in for others that pills draw on, and how many pills are left without one. */
function outsidePills({ outside }: CopiedPart, { nodes }: FlowDrawing, flow: Flow) {
  const known = new Map(outside.map((each) => [each.id, each]));
  // Flows made from one template share ids, so an id alone does not make it the same node.
  const same = flow.nodes.filter(({ id, type }) => (known.get(id)?.type ?? type) === type);
  const here = new Set([CONSTANTS, ...[...nodes, ...same].map(({ id }) => id)]);
  const lost = nodes
    .flatMap((node) => Object.values(node.inputs ?? {}))
    .flatMap((value) => pillsOf(value).map(({ nodeId }) => nodeId))
    .filter((id) => !here.has(id));
  const standIns = new Map<NodeId, NodeId>();
  for (const id of new Set(lost)) {
    const type = known.get(id)?.type;
    const [trigger, ...more] = flow.nodes.filter(
      (node) => node.kind === 'trigger' && node.type === type,
    );
    if (trigger && more.length === 0) standIns.set(id, trigger.id);
  }
  const broken = lost.filter((id) => !standIns.has(id));
  const names = [...new Set(broken)].map((id) => known.get(id)?.name ?? id);
  return { standIns, broken: { count: broken.length, names: listText(names) } };
}

function namesOf(nodes: readonly FlowNode[]): string {
  return listText(nodes.map(({ name }) => name));
}

function standInNames(standIns: ReadonlyMap<NodeId, NodeId>, { nodes }: Flow): string {
  const ids = new Set(standIns.values());
  return namesOf(nodes.filter(({ id }) => ids.has(id)));
}
