import { memo } from 'react';
import type { RunSummary } from '@sluice/schema';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { say } from '../words/say.ts';
import { RunStatusChip } from './RunStatusChip.tsx';
import { TestChip } from './TestChip.tsx';

interface RunListItemProps {
  readonly run: RunSummary;
  readonly selected: boolean;
  readonly onSelect: (runId: string) => void;
  /** Given where runs can be ticked. */
  readonly picked?: boolean;
  readonly onPick?: (runId: string) => void;
}

/** One run in the list. */
export const RunListItem = memo(function RunListItem({
  run,
  selected,
  onSelect,
  picked,
  onPick,
}: RunListItemProps) {
  return (
    <li className="flex items-stretch border-b">
      {onPick && (
        <label className="grid cursor-pointer place-items-center pl-4">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            aria-label={say('runs.tick', { title: run.title || run.triggerName })}
            checked={picked === true}
            onChange={() => onPick(run.id)}
          />
        </label>
      )}
      <button
        type="button"
        aria-pressed={selected}
        onClick={() => onSelect(run.id)}
        className={classNames(
          'block min-w-0 flex-1 px-4 py-2.5 text-left -outline-offset-2',
          selected ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
      >
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">
            {run.title || run.triggerName}
          </span>
          <RelativeTime at={run.startedAt} className="shrink-0 text-hint text-muted tabular-nums" />
        </span>
        <span className="mt-1 flex items-center gap-2">
          <RunStatusChip status={run.status} />
          <TestChip run={run} />
          <span className="min-w-0 truncate text-hint text-muted">
            {run.flowName} · v{run.flowVersion}
          </span>
        </span>
      </button>
    </li>
  );
});
