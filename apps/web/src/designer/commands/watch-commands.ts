import type { NodeId, Run } from '@sluice/schema';
import { FlaskConical, Pin, PinOff, ScanEye } from 'lucide-react';
import { paintOfNode } from '../canvas/paint.ts';
import { givenByRun } from '../pinned/given-by-run.ts';
import { pinOutputs } from '../pinned/pin-outputs.ts';
import type { Command, Scene } from './command.ts';

/** What can be done with what a node brought: try it, keep it. */
export const watchCommands: readonly Command[] = [
  {
    id: 'test-step',
    label: 'designer.test-step.menu',
    group: 'steps',
    icon: FlaskConical,
    isOffered: ({ mayRun, nodes: [node], ids }) =>
      mayRun && ids.length === 1 && node?.kind === 'step',
    run: ({ designer, ids: [nodeId] }) =>
      nodeId !== undefined &&
      designer.screen.getState().open({ name: 'settings', nodeId, tab: 'test' }),
  },
  {
    id: 'peek',
    label: 'designer.canvas.peek.menu',
    group: 'steps',
    keys: ['e'],
    icon: ScanEye,
    isOffered: ({ designer, nodes: [node], ids }) =>
      ids.length === 1 && hasPaint(designer.watchedRun.getState().run, node?.id),
    run: ({ designer, ids: [nodeId] }) =>
      nodeId !== undefined && designer.screen.getState().open({ name: 'peek', nodeId }),
  },
  {
    id: 'pin',
    label: 'designer.pinned.pin-run',
    group: 'steps',
    icon: Pin,
    builds: true,
    isOffered: (scene) => givenNow(scene) !== undefined,
    run: (scene) => pinOutputs(scene.designer, scene.ids[0] ?? '', givenNow(scene)),
  },
  {
    id: 'unpin',
    label: 'designer.pinned.unpin-outputs',
    group: 'steps',
    icon: PinOff,
    builds: true,
    isOffered: ({ nodes: [node], ids }) => ids.length === 1 && node?.pinned !== undefined,
    run: ({ designer, ids }) => pinOutputs(designer, ids[0] ?? '', undefined),
  },
];

/** What the one selected node brought in the painted run, unless that was given to the run. */
function givenNow({ designer, nodes: [node], ids }: Scene) {
  const { run } = designer.watchedRun.getState();
  if (!node || ids.length !== 1 || run?.steps[node.id]?.given) return undefined;
  return givenByRun(run, node.id);
}

/** Whether the card of a node has a mark of the painted run, beside which it can be looked at. */
function hasPaint(run: Run | undefined, nodeId: NodeId | undefined): boolean {
  const paint = nodeId === undefined ? undefined : paintOfNode(run, nodeId);
  return paint !== undefined && paint !== 'pending' && paint !== 'skipped';
}
