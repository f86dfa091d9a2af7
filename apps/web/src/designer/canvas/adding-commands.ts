import type { FlowNode, ManifestIndex, NodeId, Position } from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import type { LooseEnd } from '../state/screen.ts';
import { addingEdits } from './adding-edits.ts';
import type { Commands } from './commands.ts';
import { newNode } from './new-node.ts';
import { nearestFree, placeAfter } from './place-node.ts';

/** What adds nodes to the drawing. */
export function addingCommands(
  designer: Designer,
  index: ManifestIndex,
): Pick<Commands, 'addAt' | 'addNear' | 'endAfter'> {
  const document = () => designer.document.getState();
  const nodeOf = (id: NodeId) => document().flow.nodes.find((node) => node.id === id);

  function add(node: FlowNode, end: LooseEnd | undefined): void {
    const exit = freeExit(node) ?? 'next';
    document().edit(...addingEdits(document().flow, node, { end, exit }));
    designer.canvas.getState().select([node.id]);
    const after = end && 'source' in end && node.kind === 'step' ? nodeOf(end.source) : undefined;
    designer.announcements
      .getState()
      .say(
        after
          ? say('designer.said.added-after', { name: node.name, before: after.name })
          : say('designer.said.added', { name: node.name }),
      );
  }

  function addAt(type: string, position: Position, end?: LooseEnd): void {
    const node = newNode(type, index, { flow: document().flow, position });
    if (node) add(node, end);
  }

  function addNear(type: string, middle: Position): void {
    const { flow } = document();
    const before = index.steps.has(type) ? lastOf(designer) : undefined;
    if (!before) return addAt(type, nearestFree(middle, flow.nodes));
    const exit = freeExit(before);
    addAt(
      type,
      placeAfter(before, flow.nodes, exit),
      exit === undefined ? undefined : { source: before.id, exit },
    );
  }

  function endAfter(nodeId: NodeId): LooseEnd {
    const node = nodeOf(nodeId);
    const first = node && index.steps.get(node.type)?.exits.fixed[0]?.id;
    return { source: nodeId, exit: (node && freeExit(node)) ?? first ?? 'next' };
  }

  /** A node's first exit by which nothing leaves yet. */
  function freeExit(node: FlowNode): string | undefined {
    const taken = new Set(
      document()
        .flow.edges.filter((edge) => edge.source === node.id)
        .map((edge) => edge.exit),
    );
    const fixed = index.steps.get(node.type)?.exits.fixed ?? [{ id: 'next' }];
    return fixed.map((exit) => exit.id).find((id) => !taken.has(id));
  }

  return { addAt, addNear, endAfter };
}

/** The one selected node, or without a selection the only node there is. */
function lastOf({ canvas, document }: Designer): FlowNode | undefined {
  const { nodes } = document.getState().flow;
  const { selectedIds } = canvas.getState();
  if (selectedIds.length > 1) return undefined;
  if (selectedIds.length === 1) return nodes.find((node) => node.id === selectedIds[0]);
  return nodes.length === 1 ? nodes[0] : undefined;
}
