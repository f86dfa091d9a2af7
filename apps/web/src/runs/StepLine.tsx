import type { FlowNode, StepRun } from '@sluice/schema';
import { memo } from 'react';
import { NodeTile } from '../catalogue/NodeTile.tsx';
import { classNames } from '../ui/class-names.ts';
import { Duration } from '../ui/Duration.tsx';
import { say } from '../words/say.ts';
import { StepStatusIcon } from './StepStatusIcon.tsx';
import { stepDuration } from './step-duration.ts';

interface StepLineProps {
  readonly node: FlowNode;
  /** How far the step has come; undefined before it was reached. */
  readonly step: StepRun | undefined;
  readonly isTrigger: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (nodeId: string) => void;
}

/** One step in the list of a run's steps. Drawn again only when it is the one that has moved on. */
export const StepLine = memo(function StepLine(props: StepLineProps) {
  const { node, step, isTrigger, isSelected, onSelect } = props;
  const status = step?.status ?? (isTrigger ? 'succeeded' : 'pending');
  const took = step?.finishedAt === undefined ? undefined : stepDuration(step, 0);
  return (
    <li>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => onSelect(node.id)}
        className={classNames(
          'flex h-9 w-full items-center gap-2.5 px-3 text-left -outline-offset-2',
          isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
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
});
