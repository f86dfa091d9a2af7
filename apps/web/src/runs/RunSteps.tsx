import type { RunDetail } from '@sluice/schema';
import { NodeTile } from '../catalogue/NodeTile.tsx';
import { classNames } from '../ui/class-names.ts';
import { Duration } from '../ui/Duration.tsx';
import { say } from '../words/say.ts';
import { StepStatusIcon } from './StepStatusIcon.tsx';
import { nodesInOrder } from './nodes-in-order.ts';
import { stepDuration } from './step-duration.ts';

interface RunStepsProps {
  readonly run: RunDetail;
  readonly selectedNodeId: string | undefined;
  readonly onSelect: (nodeId: string) => void;
}

/** The steps of a run in the order they happened, one of them selected. */
export function RunSteps({ run, selectedNodeId, onSelect }: RunStepsProps) {
  return (
    <ul aria-label={say('runs.steps')} className="flex flex-col py-1">
      {nodesInOrder(run).map((node) => {
        const step = run.steps[node.id];
        const isTrigger = node.id === run.triggerId;
        const status = step?.status ?? (isTrigger ? 'succeeded' : 'pending');
        const took = step?.finishedAt === undefined ? undefined : stepDuration(step, 0);
        return (
          <li key={node.id}>
            <button
              type="button"
              aria-pressed={node.id === selectedNodeId}
              onClick={() => onSelect(node.id)}
              className={classNames(
                'flex h-9 w-full items-center gap-2.5 px-3 text-left -outline-offset-2',
                node.id === selectedNodeId ? 'bg-accent-soft' : 'hover:bg-sunken',
                (status === 'skipped' || status === 'pending') && 'text-muted',
              )}
            >
              <StepStatusIcon status={step?.given ? 'given' : status} />
              <NodeTile type={node.type} size="small" />
              <span className="min-w-0 flex-1 truncate font-medium">{node.name}</span>
              {step && step.attempt > 1 && (
                <span
                  className="text-hint text-muted"
                  title={say('runs.attempts', { count: step.attempt })}
                >
                  ×{step.attempt}
                </span>
              )}
              {status === 'skipped' && (
                <span className="text-hint text-faint">{say('runs.not-taken')}</span>
              )}
              {step?.given && <span className="text-hint text-faint">{say('runs.given')}</span>}
              {took !== undefined && status !== 'skipped' && (
                <Duration ms={took} className="text-hint text-faint tabular-nums" />
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
