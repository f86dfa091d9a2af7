import { Activity } from 'lucide-react';
import { useLive } from '../api/live.ts';
import { useRuns } from '../api/runs.ts';
import { useMay } from '../api/session.ts';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { say } from '../words/say.ts';
import { LiveSign } from './LiveSign.tsx';
import { RunDetailPanel } from './RunDetailPanel.tsx';
import { RunFilters } from './RunFilters.tsx';
import { RunList } from './RunList.tsx';
import { useActivityAddress } from './use-activity-address.ts';

/** Every run of every flow, live; the chosen one beside the list. */
export function ActivityPage() {
  const live = useLive();
  const address = useActivityAddress();
  const runs = useRuns(address.filter);
  const mayRun = useMay('run');

  const isBare = runs.data?.pages[0]?.items.length === 0 && address.runId === undefined;
  const isEmpty = isBare && !address.isNarrowed;

  return (
    <div className="flex h-full flex-col">
      <title>{say('runs.tab-title')}</title>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-surface px-6 py-3">
        <h1 className="text-page font-semibold tracking-tight">{say('app.activity')}</h1>
        <LiveSign state={live} />
        <RunFilters address={address} />
      </header>
      {isEmpty ? (
        <div className="grid flex-1 place-items-center">
          <EmptyState icon={<Activity />} title={say('runs.none')}>
            {say('runs.none-hint')}
          </EmptyState>
        </div>
      ) : (
        <div
          className={classNames(
            'grid min-h-0 flex-1',
            !isBare && 'grid-cols-[minmax(280px,2fr)_5fr]',
          )}
        >
          <RunList
            runs={runs}
            onReset={address.reset}
            selectedId={address.runId}
            onSelect={address.select}
            retrying={mayRun && address.filter.status === 'failed' ? address.filter : undefined}
          />
          {!isBare && <RunDetailPanel requestId={address.runId} onShow={address.select} />}
        </div>
      )}
    </div>
  );
}
