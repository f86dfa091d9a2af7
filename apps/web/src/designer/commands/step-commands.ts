import {
  ArrowDownToLine,
  ArrowUpToLine,
  Ban,
  BetweenVerticalStart,
  Cable,
  CircleCheck,
  CirclePlay,
  FoldHorizontal,
  ListPlus,
  Pencil,
  Plus,
  Replace,
  Trash2,
  Unplug,
} from 'lucide-react';
import { placeAfter } from '../canvas/place-node.ts';
import { anchorOf } from '../canvas/anchor-of.ts';
import type { Command, Scene } from './command.ts';

/** What can be done with triggers and steps. */
export const stepCommands: readonly Command[] = [
  {
    id: 'open',
    label: 'designer.commands.open',
    group: 'steps',
    keys: ['Enter'],
    icon: Pencil,
    isOffered: ({ nodes, notes }) => nodes.length === 1 && notes.length === 0,
    run: ({ designer, ids: [nodeId] }) =>
      nodeId !== undefined && designer.screen.getState().openSettings(nodeId),
  },
  {
    id: 'start',
    label: 'designer.commands.start',
    group: 'steps',
    icon: CirclePlay,
    isOffered: ({ ids, mayRun, startableIds }) =>
      mayRun && ids.length === 1 && startableIds.includes(ids[0] ?? ''),
    run: ({ designer, ids: [nodeId] }) =>
      nodeId !== undefined && designer.screen.getState().open({ name: 'start', nodeId }),
  },
  {
    id: 'add-after',
    label: 'designer.commands.add-after',
    group: 'steps',
    keys: ['a'],
    icon: ListPlus,
    builds: true,
    isOffered: isOneNode,
    run: addAfter,
  },
  {
    id: 'insert-after',
    label: 'designer.commands.insert-after',
    group: 'steps',
    keys: ['i'],
    icon: BetweenVerticalStart,
    builds: true,
    isOffered: (scene) => isOneNode(scene) && onlyEdgeAfter(scene) !== undefined,
    run: insertAfter,
  },
  {
    id: 'add-here',
    label: 'designer.commands.add-here',
    group: 'steps',
    icon: Plus,
    builds: true,
    isOffered: ({ at }) => at !== undefined,
    run: ({ designer, at }) =>
      at &&
      designer.screen.getState().open({ name: 'quick-add', at: at.canvas, screen: at.screen }),
  },
  {
    id: 'insert-on-edge',
    label: 'designer.commands.insert-on-edge',
    group: 'steps',
    icon: BetweenVerticalStart,
    builds: true,
    isOffered: ({ at, edgeIds }) => at !== undefined && edgeIds.length === 1,
    run: ({ designer, at, edgeIds: [edgeId] }) =>
      at &&
      edgeId !== undefined &&
      designer.screen
        .getState()
        .open({ name: 'quick-add', at: at.canvas, screen: at.screen, end: { edgeId } }),
  },
  {
    id: 'connect',
    label: 'designer.commands.connect',
    group: 'steps',
    keys: ['c'],
    icon: Cable,
    builds: true,
    isOffered: isOneNode,
    run: ({ designer, ids: [nodeId] }) =>
      nodeId !== undefined && designer.screen.getState().open({ name: 'connect', nodeId }),
  },
  {
    id: 'replace',
    label: 'designer.replacing.menu',
    group: 'steps',
    keys: ['r'],
    icon: Replace,
    builds: true,
    isOffered: isOneNode,
    run: ({ designer, ids: [nodeId] }) =>
      nodeId !== undefined && designer.screen.getState().open({ name: 'replace', nodeId }),
  },
  {
    id: 'disconnect',
    label: 'designer.commands.disconnect',
    group: 'steps',
    icon: Unplug,
    tone: 'danger',
    builds: true,
    isOffered: ({ edgeIds }) => edgeIds.length > 0,
    run: ({ drawing, edgeIds }) => drawing.disconnect(edgeIds),
  },
  {
    id: 'disable',
    label: 'designer.commands.disable',
    group: 'steps',
    keys: ['d'],
    icon: Ban,
    builds: true,
    isOffered: ({ nodes }) => nodes.length > 0 && nodes[0]?.disabled !== true,
    run: ({ drawing, ids }) => drawing.setDisabled(ids, true),
  },
  {
    id: 'enable',
    label: 'designer.commands.enable',
    group: 'steps',
    keys: ['d'],
    icon: CircleCheck,
    builds: true,
    isOffered: ({ nodes }) => nodes[0]?.disabled === true,
    run: ({ drawing, ids }) => drawing.setDisabled(ids, false),
  },
  {
    id: 'move-earlier',
    label: 'designer.commands.move-earlier',
    group: 'steps',
    keys: ['Alt+ArrowUp'],
    icon: ArrowUpToLine,
    builds: true,
    isOffered: isOneStep,
    run: ({ drawing, ids: [nodeId] }) => nodeId !== undefined && drawing.reorder(nodeId, 'earlier'),
  },
  {
    id: 'move-later',
    label: 'designer.commands.move-later',
    group: 'steps',
    keys: ['Alt+ArrowDown'],
    icon: ArrowDownToLine,
    builds: true,
    isOffered: isOneStep,
    run: ({ drawing, ids: [nodeId] }) => nodeId !== undefined && drawing.reorder(nodeId, 'later'),
  },
  {
    id: 'delete',
    label: 'designer.commands.delete',
    group: 'steps',
    keys: ['Delete', 'Backspace'],
    icon: Trash2,
    tone: 'danger',
    builds: true,
    isOffered: ({ ids, edgeIds }) => ids.length + edgeIds.length > 0,
    run: ({ drawing, ids, edgeIds }) => {
      if (ids.length > 0) drawing.remove(ids);
      else drawing.disconnect(edgeIds);
    },
  },
  {
    id: 'delete-and-reconnect',
    label: 'designer.commands.delete-and-reconnect',
    group: 'steps',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    icon: FoldHorizontal,
    tone: 'danger',
    builds: true,
    isOffered: ({ nodes }) => nodes.length > 0,
    run: ({ drawing, ids }) => drawing.removeAndReconnect(ids),
  },
];

function isOneNode({ nodes, notes }: Scene): boolean {
  return nodes.length === 1 && notes.length === 0;
}

function isOneStep(scene: Scene): boolean {
  return isOneNode(scene) && scene.nodes[0]?.kind === 'step';
}

function addAfter({ designer, drawing, nodes: [node] }: Scene): void {
  if (!node) return;
  const { flow } = designer.document.getState();
  const end = drawing.endAfter(node.id);
  const at = placeAfter(node, flow.nodes, 'source' in end ? end.exit : undefined);
  designer.screen
    .getState()
    .open({ name: 'quick-add', at, corner: true, screen: anchorOf(node.id), end });
}

function insertAfter(scene: Scene): void {
  const { designer, nodes } = scene;
  const [node] = nodes;
  const edge = onlyEdgeAfter(scene);
  if (!node || !edge) return;
  const { flow } = designer.document.getState();
  const at = placeAfter(node, flow.nodes, edge.exit);
  const end = { edgeId: edge.id };
  designer.screen
    .getState()
    .open({ name: 'quick-add', at, corner: true, screen: anchorOf(node.id), end });
}

function onlyEdgeAfter({ designer, nodes: [node] }: Scene) {
  const { edges } = designer.document.getState().flow;
  const leaving = edges.filter(({ source, exit }) => source === node?.id && exit !== 'error');
  return leaving.length === 1 ? leaving[0] : undefined;
}
