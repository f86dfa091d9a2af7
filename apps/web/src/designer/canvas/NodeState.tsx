import type { NodeId } from '@sluice/schema';
import { Check, Clock, Pin, RotateCw, X } from 'lucide-react';
import { say } from '../../words/say.ts';
import { useWatchedStep } from '../activity/use-watched-run.ts';
import type { NodePaint } from './paint.ts';

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
}

/** What the painted run did at a node: a colour and a shape at the corner of its card. */
export function NodeState({ paint, nodeId }: NodeStateProps) {
  const attempt = useWatchedStep(nodeId)?.attempt || 1;
  if (paint === undefined || paint === 'pending') return null;
  if (paint === 'skipped')
    return <span className="sr-only">{say('designer.canvas.state.not-taken')}</span>;
  return (
    <span className="node-state" data-state={paint}>
      {shapes[paint]}
      <span className="sr-only">
        {say('designer.canvas.state.in-run', { state: paint, attempt })}
      </span>
      {attempt > 1 && <b aria-hidden>{attempt}</b>}
    </span>
  );
}
