import { useCallback, useState } from 'react';
import { SearchX } from 'lucide-react';
import type { RunFilter, useRuns } from '../api/runs.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { say } from '../words/say.ts';
import { RetryBar } from './RetryBar.tsx';
import { RunListItem } from './RunListItem.tsx';

interface RunListProps {
  readonly runs: ReturnType<typeof useRuns>;
  readonly onReset: () => void;
  readonly selectedId: string | undefined;
  readonly onSelect: (runId: string) => void;
  /** Given where failed runs can be retried together: what the list is narrowed to. */
  readonly retrying?: RunFilter | undefined;
}

/** Runs, newest first, one of them selected. */
export function RunList({ runs, onReset, selectedId, onSelect, retrying }: RunListProps) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const items = runs.data?.pages.flatMap((page) => page.items);
  const listed = new Set(items?.map(({ id }) => id));
  const ticked = new Set([...picked].filter((id) => listed.has(id)));
  const pick = useCallback(
    (id: string) =>
      setPicked(
        (before) =>
          new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
      ),
    [],
  );
  return (
    <section
      aria-label={say('runs.title')}
      className="flex min-h-0 flex-col overflow-y-auto border-r bg-surface"
    >
      <ErrorBanner error={runs.error} onRetry={() => void runs.refetch()} className="m-3" />
      {!items && !runs.error && <Skeleton lines={8} />}
      {items?.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={say('runs.none-fits')}
          action={<Button onClick={onReset}>{say('runs.show-all')}</Button>}
        >
          {say('runs.none-fits-hint')}
        </EmptyState>
      )}
      {retrying && items && items.length > 0 && (
        <RetryBar picked={ticked} filter={retrying} onDone={() => setPicked(new Set())} />
      )}
      {items && items.length > 0 && (
        <ul aria-label={say('runs.title')}>
          {items.map((run) => (
            <RunListItem
              key={run.id}
              run={run}
              selected={run.id === selectedId}
              onSelect={onSelect}
              {...(retrying && { picked: ticked.has(run.id), onPick: pick })}
            />
          ))}
        </ul>
      )}
      {runs.hasNextPage && (
        <div className="p-3 text-center">
          <Button busy={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {say('runs.older')}
          </Button>
        </div>
      )}
    </section>
  );
}
