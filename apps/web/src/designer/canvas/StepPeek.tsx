import type { NodeId } from '@sluice/schema';
import type { ReactElement, SyntheticEvent } from 'react';
import { later } from '../../ui/later.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { say } from '../../words/say.ts';
import { useWatchedRun } from '../activity/use-watched-run.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { useScreen } from '../state/use-screen.ts';
import { focusNode } from './focus-node.ts';

const StepDetail = later(() =>
  import('../../runs/StepDetail.tsx').then((module) => module.StepDetail),
);

interface StepPeekProps {
  readonly nodeId: NodeId;
  readonly name: string;
  /** The mark on the card that it opens from. */
  readonly children: ReactElement;
}

/** What the painted run did at a node, beside its card: inputs, outputs, attempts, without leaving the canvas. */
export function StepPeek({ nodeId, name, children }: StepPeekProps) {
  const isOpen = useScreen(({ dialog }) => dialog?.name === 'peek' && dialog.nodeId === nodeId);
  const open = useScreen((screen) => screen.open);
  const close = useScreen((screen) => screen.close);
  return (
    <Popover
      label={say('designer.canvas.peek.title', { name })}
      open={isOpen}
      onOpenChange={(wanted) => {
        if (wanted) open({ name: 'peek', nodeId });
        else close();
      }}
      returnFocus={() => focusNode(nodeId)}
      side="right"
      className="flex h-80 w-[440px] flex-col p-0!"
      trigger={children}
    >
      <PartBoundary onMissing={close}>
        {isOpen && <Peeked nodeId={nodeId} name={name} />}
      </PartBoundary>
    </Popover>
  );
}

/** Reads the whole run, which every card would otherwise do, and be drawn again with each of its events. */
function Peeked({ nodeId, name }: Pick<StepPeekProps, 'nodeId' | 'name'>) {
  const run = useWatchedRun();
  if (!run) return null;
  return (
    // What happens in here is nothing to the card beneath, though React hands it on to it.
    <div className="flex min-h-0 flex-1 flex-col" {...kept}>
      <h2 className="truncate border-b px-3 py-2 font-semibold">{name}</h2>
      <StepDetail run={run} nodeId={nodeId} />
    </div>
  );
}

const stop = (event: SyntheticEvent) => event.stopPropagation();
const kept = {
  onClick: stop,
  onDoubleClick: stop,
  onPointerDown: stop,
  onMouseDown: stop,
  onContextMenu: stop,
};
