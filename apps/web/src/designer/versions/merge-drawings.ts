import type { FlowComparison, FlowDrawing } from '@sluice/schema';
import type { ChangeMark } from '../canvas/change-mark.ts';

/** Two drawings as one: the later one, with what was removed still in it, and what became of each part. */
export interface MergedDrawing {
  readonly drawing: FlowDrawing;
  /** By the ids that nodes, edges and notes have in it. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
}

/** Draws a comparison. An edge that was removed gets an id of its own, as its old one may be taken. */
export function mergeDrawings(
  after: FlowDrawing,
  { nodes, edges, notes }: FlowComparison,
): MergedDrawing {
  const marks = new Map<string, ChangeMark>();
  for (const { change, node } of nodes) marks.set(node.id, change);
  for (const { change, note } of notes) marks.set(note.id, change);
  const removedEdges = edges.flatMap(({ change, edge }) => {
    const id = change === 'added' ? edge.id : removedEdgeId(edge.id);
    marks.set(id, change);
    return change === 'added' ? [] : [{ ...edge, id }];
  });
  const removedNodes = nodes.flatMap(({ change, node }) => (change === 'removed' ? [node] : []));
  const removedNotes = notes.flatMap(({ change, note }) => (change === 'removed' ? [note] : []));
  return {
    drawing: {
      nodes: [...after.nodes, ...removedNodes],
      edges: [...after.edges, ...removedEdges],
      notes: [...(after.notes ?? []), ...removedNotes],
    },
    marks,
  };
}

/** The id that an edge has in a merged drawing once it was removed. */
export function removedEdgeId(id: string): string {
  return `${id} removed`;
}
