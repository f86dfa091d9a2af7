import type { FlowDrawing, FlowEdit } from '@sluice/schema';

/** The edits that turn one drawing into another: for restoring a version, pasting it back, recovering. */
export function redrawingEdits(now: FlowDrawing, wanted: FlowDrawing): FlowEdit[] {
  const last = wanted.nodes.at(-1);
  return [
    { edit: 'remove-nodes', nodeIds: [...now.nodes, ...(now.notes ?? [])].map(({ id }) => id) },
    ...wanted.nodes.map((node): FlowEdit =>
      // Edges come with the last node, when both their ends are there.
      node === last ? { edit: 'add-node', node, edges: wanted.edges } : { edit: 'add-node', node },
    ),
    ...(wanted.notes ?? []).map((note): FlowEdit => ({ edit: 'add-note', note })),
  ];
}
