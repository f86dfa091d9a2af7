import type { Flow, FlowEdge, FlowEdit, ManifestIndex, NodeId } from '@sluice/schema';
import { newId } from '../state/new-id.ts';

/**
 * The edits that make a step change places with the one before or after it: what led to the first
 * then leads to the second, and what followed the second follows the first. Undefined where there
 * is no such neighbour, or where ways part or meet between the two.
 */
export function reorderingEdits(
  flow: Flow,
  { nodeId, direction }: { readonly nodeId: NodeId; readonly direction: 'earlier' | 'later' },
  index: ManifestIndex,
): FlowEdit[] | undefined {
  const joint =
    direction === 'earlier'
      ? only(flow.edges.filter(({ target }) => target === nodeId))
      : only(flow.edges.filter(({ source, exit }) => source === nodeId && exit !== 'error'));
  if (!joint) return undefined;
  const first = flow.nodes.find(({ id }) => id === joint.source);
  const second = flow.nodes.find(({ id }) => id === joint.target);
  if (first?.kind !== 'step' || second?.kind !== 'step') return undefined;
  const alone = flow.edges.filter(({ target }) => target === second.id).length === 1;
  const leaving = flow.edges.filter(({ source, exit }) => source === second.id && exit !== 'error');
  const exits = new Set(leaving.map(({ exit }) => exit));
  if (!alone || exits.size > 1) return undefined;

  const into = flow.edges.filter(({ target }) => target === first.id);
  const [exit = index.steps.get(second.type)?.exits.fixed[0]?.id ?? 'next'] = exits;
  const made: Omit<FlowEdge, 'id'>[] = [
    ...into.map((edge) => ({ source: edge.source, exit: edge.exit, target: second.id })),
    { source: second.id, exit, target: first.id },
    ...leaving.map(({ target }) => ({ source: first.id, exit: joint.exit, target })),
  ];
  return [
    { edit: 'disconnect', edgeIds: [joint, ...into, ...leaving].map(({ id }) => id) },
    {
      edit: 'move-nodes',
      positions: { [first.id]: second.position, [second.id]: first.position },
    },
    ...made.map((edge): FlowEdit => ({ edit: 'connect', edge: { id: newId(), ...edge } })),
  ];
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
