import { type RunStatus, type RunSummary, runStatuses } from '@sluice/schema';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useRuns } from '../../api/runs.ts';
import { RunStatusChip } from '../../runs/RunStatusChip.tsx';
import { runStatusLook } from '../../runs/run-status.ts';
import { Button } from '../../ui/Button.tsx';
import { DropdownMenu } from '../../ui/DropdownMenu.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { clockText, timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';

/** The runs of this flow, newest first, live. Choosing one paints the canvas. */
export function RunList() {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const [status, setStatus] = useState<RunStatus>();
  const [q, setQ] = useState('');
  const runs = useRuns({ flowId, ...(status && { status }), ...(q && { q }) });
  const watched = useScreen((screen) => screen.watchedRunId);
  const watch = useScreen((screen) => screen.watch);
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = status !== undefined || q !== '';

  return (
    <div className="flex min-h-0 flex-col border-r">
      <div className="flex h-9 shrink-0 items-center gap-1.5 border-b pr-1.5 pl-3">
        <h2 className="mr-auto font-semibold">{say('runs.title')}</h2>
        <SearchField
          label={say('runs.filters.search')}
          placeholder={say('designer.activity.search')}
          shortcut={false}
          value={q}
          onChange={setQ}
          className="w-28 [&>input]:h-7 [&>input]:text-hint [&>svg]:top-1.5"
        />
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="small" icon={<ListFilter aria-hidden />}>
              {status ? runStatusLook[status].label : say('designer.activity.all')}
            </Button>
          }
          groups={[
            [
              {
                label: say('runs.filters.all-states'),
                checked: !status,
                onSelect: () => setStatus(undefined),
              },
            ],
            runStatuses.map((each) => ({
              label: runStatusLook[each].label,
              checked: each === status,
              onSelect: () => setStatus(each),
            })),
          ]}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ErrorBanner error={runs.error} onRetry={() => void runs.refetch()} className="m-3" />
        {runs.isPending && <Skeleton lines={3} />}
        {runs.data && items.length === 0 && (
          <p className="px-3 py-2 text-muted">
            {filtered
              ? `${say('designer.activity.no-such')}. ${say('designer.activity.change-filter')}`
              : say('designer.activity.none')}
          </p>
        )}
        <ul aria-label={say('runs.title')}>
          {items.map((run) => (
            <li key={run.id}>
              <RunRow run={run} chosen={run.id === watched} onChoose={watch} />
            </li>
          ))}
        </ul>
        {runs.hasNextPage && (
          <div className="p-2 text-center">
            <Button
              variant="ghost"
              size="small"
              busy={runs.isFetchingNextPage}
              onClick={() => void runs.fetchNextPage()}
            >
              {say('runs.older')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

interface RunRowProps {
  readonly run: RunSummary;
  readonly chosen: boolean;
  readonly onChoose: (runId: string) => void;
}

function RunRow({ run, chosen, onChoose }: RunRowProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => onChoose(run.id)}
      className={classNames(
        'flex h-[34px] w-full items-center gap-2 px-3 text-left -outline-offset-2',
        chosen ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <RunStatusChip status={run.status} shrinks />
      <span className="min-w-0 flex-1 truncate" title={run.title}>
        {run.title}
      </span>
      {run.test && (
        <span className="text-hint text-faint">
          {say(run.only === undefined ? 'runs.test' : 'runs.test-of-step')}
        </span>
      )}
      <time
        dateTime={run.startedAt}
        title={timeText(run.startedAt)}
        className="shrink-0 text-hint text-faint tabular-nums"
      >
        {clockText(run.startedAt)}
      </time>
    </button>
  );
}
