import { FlaskConical, Pin, PinOff } from 'lucide-react';
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
