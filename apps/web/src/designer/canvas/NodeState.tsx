import type { NodeId } from '@sluice/schema';
import { Check, Clock, RotateCw, X } from 'lucide-react';
import { useWatchedStep } from '../activity/use-watched-run.ts';
import type { NodePaint } from './paint.ts';

const shapes = {
  succeeded: { word: 'Done', icon: <Check aria-hidden /> },
  failed: { word: 'Failed', icon: <X aria-hidden /> },
  running: { word: 'Running', icon: <i className="node-state-dot" /> },
  retrying: { word: 'Will be tried again', icon: <RotateCw aria-hidden /> },
  waiting: { word: 'Waiting', icon: <Clock aria-hidden /> },
} as const;

interface NodeStateProps {
  readonly paint: NodePaint | undefined;
  readonly nodeId: NodeId;
}

/** What the painted run did at a node: a colour and a shape at the corner of its card. */
export function NodeState({ paint, nodeId }: NodeStateProps) {
  const attempt = useWatchedStep(nodeId)?.attempt ?? 1;
  if (paint === undefined || paint === 'pending') return null;
  if (paint === 'skipped') return <span className="sr-only">Not taken in this run.</span>;
  const { word, icon } = shapes[paint];
  return (
    <span className="node-state" data-state={paint}>
      {icon}
      <span className="sr-only">
        {word} in this run{attempt > 1 && `, attempt ${attempt}`}.
      </span>
      {attempt > 1 && <b aria-hidden>{attempt}</b>}
    </span>
  );
}
