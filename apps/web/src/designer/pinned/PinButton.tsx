import type { GivenOutputs, NodeId, RunDetail } from '@sluice/schema';
import { Pin } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { givenByRun } from './given-by-run.ts';
import { pinOutputs } from './pin-outputs.ts';

interface PinButtonProps {
  readonly run: RunDetail;
  readonly nodeId: NodeId;
  /** Leaves only its icon on a narrow screen. */
  readonly shrinks?: boolean;
  /** Takes what is to be pinned, in place of the draft. */
  readonly onPin?: (given: GivenOutputs) => void;
}

/** Pins what a node brought in a run to that node of the draft. Not there when it brought nothing. */
export function PinButton({ run, nodeId, shrinks = false, onPin }: PinButtonProps) {
  const mayBuild = useMayBuild();
  const isDrawn = useFlowDocument(({ flow }) => flow.nodes.some((node) => node.id === nodeId));
  const designer = useDesigner();
  const given = givenByRun(run, nodeId);
  if (!mayBuild || !isDrawn || !given || run.steps[nodeId]?.given) return null;
  return (
    <Button
      variant="ghost"
      size="small"
      title={shrinks ? say('designer.pinned.pin-outputs') : undefined}
      icon={<Pin aria-hidden />}
      onClick={() => (onPin ? onPin(given) : pinOutputs(designer, nodeId, given))}
    >
      <span className={shrinks ? 'max-[1279px]:sr-only' : undefined}>
        {say('designer.pinned.pin-outputs')}
      </span>
    </Button>
  );
}
