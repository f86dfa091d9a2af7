import type { NodeId } from '@sluice/schema';
import { Check, Clock, Pin, RotateCw, X } from 'lucide-react';
import { say } from '../../words/say.ts';
import { useWatchedStep } from '../activity/use-watched-run.ts';
import type { NodePaint } from './paint.ts';
import { StepPeek } from './StepPeek.tsx';

const shapes = {
  succeeded: <Check aria-hidden />,
  failed: <X aria-hidden />,
  running: <i className="node-state-dot" />,
  retrying: <RotateCw aria-hidden />,
  waiting: <Clock aria-hidden />,
  given: <Pin aria-hidden />,
} as const;

interface NodeStateProps {
  readonly paint: NodePaint | undefined;
  readonly nodeId: NodeId;
  readonly name: string;
}

/** What the painted run did at a node: a colour and a shape at the corner of its card, which opens what it did. */
export function NodeState({ paint, nodeId, name }: NodeStateProps) {
  const attempt = useWatchedStep(nodeId)?.attempt || 1;
  if (paint === undefined || paint === 'pending') return null;
  if (paint === 'skipped')
    return <span className="sr-only">{say('designer.canvas.state.not-taken')}</span>;
  const state = say('designer.canvas.state.in-run', { state: paint, attempt });
  return (
    <StepPeek nodeId={nodeId} name={name}>
      <button
        type="button"
        tabIndex={-1}
        className="node-state nodrag"
        data-paint={paint}
        aria-label={say('designer.canvas.peek.show', { state, name })}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {shapes[paint]}
        {attempt > 1 && <b aria-hidden>{attempt}</b>}
      </button>
    </StepPeek>
  );
}
