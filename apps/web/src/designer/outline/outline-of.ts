import type { Flow, FlowEdge, FlowNote, NodeId } from '@sluice/schema';

/** One line of the list. */
export interface OutlineLine {
  readonly key: string;
  readonly nodeId: NodeId;
  /** 0 for what follows straight on from a trigger; one more within each branch. */
  readonly level: number;
  /** The way by which a branch begins here. */
  readonly via?: Pick<FlowEdge, 'source' | 'exit'>;
  /** Says only that the flow goes on at a node which stands elsewhere in the list. */
  readonly isReference: boolean;
}

export interface Outline {
  /** What triggers lead to. */
  readonly lines: readonly OutlineLine[];
  /** What no trigger leads to. */
  readonly loose: readonly OutlineLine[];
  readonly notes: readonly FlowNote[];
}

/**
 * A flow as a list in the order in which a run comes to its nodes. Where ways part, each is a branch
 * one level deeper; where they meet again, the list goes on at the level at which they parted.
 */
export function outlineOf({ nodes, edges, notes = [] }: Flow): Outline {
  const triggers = nodes.filter(({ kind }) => kind === 'trigger').map(({ id }) => id);
  const outOf = groupBySource(edges);
  const reached = new Set(triggers);
  for (const id of reached) for (const { target } of outOf.get(id) ?? []) reached.add(target);
  const rest = nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
  const led = new Set(rest.flatMap((id) => (outOf.get(id) ?? []).map(({ target }) => target)));
  return {
    lines: linesFrom(triggers, outOf, reached),
    loose: linesFrom(
      rest.filter((id) => !led.has(id)),
      outOf,
      new Set(rest),
    ),
    notes,
  };
}

/** The nodes and notes of a list in its order, each once. */
export function outlineOrder({ lines, loose, notes }: Outline): NodeId[] {
  const full = [...lines, ...loose].filter((line) => !line.isReference);
  return [...full.map(({ nodeId }) => nodeId), ...notes.map(({ id }) => id)];
}

type EdgesBySource = ReadonlyMap<NodeId, readonly FlowEdge[]>;

/** @param within the nodes that take part; edges from others do not count as ways in */
function linesFrom(
  starts: readonly NodeId[],
  outOf: EdgesBySource,
  within: ReadonlySet<NodeId>,
): OutlineLine[] {
  const lines: OutlineLine[] = [];
  const waysLeft = waysInto(within, outOf);
  const meeting = new Set([...waysLeft].filter(([, count]) => count > 1).map(([id]) => id));
  /** Nodes where ways meet that are still to be listed, and in which line each was first spoken of. */
  const waiting = new Map<NodeId, number>();

  function add(nodeId: NodeId, level: number, more: Partial<OutlineLine> = {}): void {
    lines.push({ key: `${lines.length} ${nodeId}`, nodeId, level, isReference: false, ...more });
  }

  function walk(nodeId: NodeId, level: number, via?: OutlineLine['via']): void {
    const start = lines.length;
    add(nodeId, level, via ? { via } : {});
    const leaving = (outOf.get(nodeId) ?? []).filter(({ target }) => within.has(target));
    const straight = leaving.length === 1 && leaving[0]?.exit === 'next';
    for (const edge of leaving) enter(edge, straight ? level : level + 1, straight);
    if (leaving.length > 1) goOnWhereWaysMeet(level, start);
  }

  function enter({ source, exit, target }: FlowEdge, level: number, straight: boolean): void {
    waysLeft.set(target, (waysLeft.get(target) ?? 1) - 1);
    const via = straight ? {} : { via: { source, exit } };
    if (meeting.has(target)) {
      if (!waiting.has(target)) waiting.set(target, lines.length);
      add(target, level, { ...via, isReference: true });
    } else {
      walk(target, level, via.via);
    }
  }

  /** Lists the nodes to which all ways were spoken of since the line in which they parted. */
  function goOnWhereWaysMeet(level: number, start: number): void {
    for (const [id, first] of waiting) {
      if (waysLeft.get(id) !== 0 || first < start) continue;
      waiting.delete(id);
      walk(id, level);
    }
  }

  for (const start of starts) {
    walk(start, 0);
    goOnWhereWaysMeet(0, 0);
  }
  return lines;
}

function waysInto(within: ReadonlySet<NodeId>, outOf: EdgesBySource): Map<NodeId, number> {
  const ways = new Map<NodeId, number>();
  for (const id of within) {
    for (const { target } of outOf.get(id) ?? []) ways.set(target, (ways.get(target) ?? 0) + 1);
  }
  return ways;
}

function groupBySource(edges: readonly FlowEdge[]): EdgesBySource {
  const groups = new Map<NodeId, FlowEdge[]>();
  for (const edge of edges) {
    const known = groups.get(edge.source);
    if (known) known.push(edge);
    else groups.set(edge.source, [edge]);
  }
  return groups;
}
