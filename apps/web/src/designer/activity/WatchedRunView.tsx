import { MousePointerClick } from 'lucide-react';
import { useRun } from '../../api/runs.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { later } from '../../ui/later.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { say } from '../../words/say.ts';
import { useScreen } from '../state/use-screen.ts';

const RunColumns = later(() => import('./RunColumns.tsx').then((module) => module.RunColumns));

/** What the painted run did; without one, how to choose it. */
export function WatchedRunView() {
  const runId = useScreen((screen) => screen.watchedRunId);
  const { data: run, error, refetch } = useRun(runId);
  if (runId === undefined) {
    return (
      <div className="overflow-y-auto">
        <EmptyState icon={<MousePointerClick />} title={say('runs.choose')}>
          {say('designer.activity.choose-hint')}
        </EmptyState>
      </div>
    );
  }
  if (run) return <RunColumns key={run.id} run={run} />;
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} className="m-3" />;
  return <Skeleton lines={4} />;
}
