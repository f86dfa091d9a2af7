import {
  type FlowEdge,
  type FlowNode,
  type ManifestIndex,
  type NodeId,
  type Position,
  canConnect,
} from '@sluice/schema';
import { toast } from 'sonner';
import type { Designer } from '../state/designer.ts';
import type { LooseEnd } from '../state/screen.ts';
import { addingEdits, bridgingEdits } from './adding-edits.ts';
import { copyingEdits, excerpt } from './copy-nodes.ts';
import { newId } from './new-id.ts';
import { newNode } from './new-node.ts';
import { replaceNode } from '../replacing/replace-node.ts';
import { nearestFree, placeAfter } from './place-node.ts';

/** What a person can do to the drawing. Each is one gesture: one undo, one announcement. */
export interface Commands {
  /** Adds a node of a type with its corner at a place, joined where it was asked for. */
  readonly addAt: (type: string, position: Position, end?: LooseEnd) => void;
  /** Adds a node after the selected one when that makes sense, otherwise near a place. */
  readonly addNear: (type: string, middle: Position) => void;
  readonly connect: (edge: Pick<FlowEdge, 'source' | 'exit' | 'target'>) => void;
  readonly disconnect: (edgeIds: readonly string[]) => void;
  readonly remove: (nodeIds: readonly NodeId[]) => void;
  /** Deletes nodes and joins what came before to what came after. */
  readonly removeAndReconnect: (nodeIds: readonly NodeId[]) => void;
  readonly duplicate: (nodeIds: readonly NodeId[]) => void;
  /** Puts a new node of a type in the place of one, and says what that kept. */
  readonly replace: (nodeId: NodeId, type: string) => void;
  readonly setDisabled: (nodeIds: readonly NodeId[], disabled: boolean) => void;
}

/** Binds the commands to one page's stores and to what the catalogue offers. */
export function createCommands(designer: Designer, index: ManifestIndex): Commands {
  const document = () => designer.document.getState();
  const say = (text: string) => designer.announcements.getState().say(text);
  const nameOf = (id: NodeId) => document().flow.nodes.find((node) => node.id === id)?.name ?? id;

  function add(node: FlowNode, end: LooseEnd | undefined): void {
    const exit = freeExit(node) ?? 'next';
    document().edit(...addingEdits(document().flow, node, { end, exit }));
    designer.canvas.getState().select([node.id]);
    const after = end && 'source' in end ? `, after ${nameOf(end.source)}` : '';
    say(`${node.name} added${node.kind === 'step' ? after : ''}.`);
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

  /** The selected node's first exit by which nothing leaves yet. */
  function freeExit(node: FlowNode): string | undefined {
    const taken = new Set(
      document()
        .flow.edges.filter((edge) => edge.source === node.id)
        .map((edge) => edge.exit),
    );
    const fixed = index.steps.get(node.type)?.exits.fixed ?? [{ id: 'next' }];
    return fixed.map((exit) => exit.id).find((id) => !taken.has(id));
  }

  function connect(edge: Pick<FlowEdge, 'source' | 'exit' | 'target'>): void {
    const refusal = canConnect(document().flow, edge);
    if (refusal !== undefined) return void toast.error(refusal);
    document().edit({ edit: 'connect', edge: { id: newId(), ...edge } });
    say(`${nameOf(edge.source)} connected to ${nameOf(edge.target)}.`);
  }

  function disconnect(edgeIds: readonly string[]): void {
    if (edgeIds.length === 0) return;
    document().edit({ edit: 'disconnect', edgeIds });
    say(edgeIds.length === 1 ? 'Connection deleted.' : `${edgeIds.length} connections deleted.`);
  }

  function sayDeleted(nodeIds: readonly NodeId[]): void {
    const [only] = nodeIds;
    say(
      nodeIds.length === 1 && only
        ? `${nameOf(only)} deleted.`
        : `${nodeIds.length} nodes deleted.`,
    );
  }

  return {
    addAt,
    addNear,
    connect,
    disconnect,
    remove: (nodeIds) => {
      if (nodeIds.length === 0) return;
      sayDeleted(nodeIds);
      document().edit({ edit: 'remove-nodes', nodeIds });
    },
    removeAndReconnect: (nodeIds) => {
      if (nodeIds.length === 0) return;
      sayDeleted(nodeIds);
      document().edit(...bridgingEdits(document().flow, nodeIds));
    },
    duplicate: (ids) => {
      if (ids.length === 0) return;
      const { flow } = document();
      const { edits, nodeIds } = copyingEdits(flow, excerpt(flow, ids), { x: 32, y: 92 });
      document().edit(...edits);
      designer.canvas.getState().select(nodeIds);
      say(nodeIds.length === 1 ? 'Node duplicated.' : `${nodeIds.length} nodes duplicated.`);
    },
    replace: (nodeId, type) => replaceNode(designer, index, { nodeId, type }),
    setDisabled: (ids, disabled) => {
      const nodes = document().flow.nodes.filter((node) => ids.includes(node.id));
      document().edit(
        ...nodes.map((node) => ({
          edit: 'configure-node' as const,
          node: switched(node, disabled),
        })),
      );
      say(`${nodes.map((node) => node.name).join(', ')} ${disabled ? 'disabled' : 'enabled'}.`);
    },
  };
}

/** The one selected node, or without a selection the only node there is. */
function lastOf({ canvas, document }: Designer): FlowNode | undefined {
  const { nodes } = document.getState().flow;
  const { selectedIds } = canvas.getState();
  if (selectedIds.length > 1) return undefined;
  if (selectedIds.length === 1) return nodes.find((node) => node.id === selectedIds[0]);
  return nodes.length === 1 ? nodes[0] : undefined;
}

function switched(node: FlowNode, disabled: boolean): FlowNode {
  const { disabled: _was, ...rest } = node;
  return disabled ? { ...rest, disabled } : rest;
}
