import { MousePointerClick, Rows3 } from 'lucide-react';
import { useRun, useRuns } from '../../api/runs.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { later } from '../../ui/later.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { say } from '../../words/say.ts';
import { PartBoundary } from '../PartBoundary.tsx';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { useReadable } from './use-readable.ts';

const RunColumns = later(() => import('./RunColumns.tsx').then((module) => module.RunColumns));

/** What the painted run did; without one, how to choose it. */
export function WatchedRunView() {
  const runId = useScreen((screen) => screen.watchedRunId);
  const { data, error, refetch } = useRun(runId);
  const run = useReadable(data);
  if (runId === undefined) return <NoRun />;
  if (run) {
    return (
      <PartBoundary key={run.id}>
        <RunColumns run={run} />
      </PartBoundary>
    );
  }
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} className="m-3" />;
  return <Skeleton lines={4} />;
}

/** How to choose a run, or how to have one first. */
function NoRun() {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const hasTrigger = useFlowDocument(({ flow }) =>
    flow.nodes.some(({ kind }) => kind === 'trigger'),
  );
  const { data: runs } = useRuns({ flowId });
  const hasNone = runs?.pages[0]?.items.length === 0;
  return (
    <div className="overflow-y-auto">
      {hasNone ? (
        <EmptyState icon={<Rows3 />} title={say('runs.none')}>
          {say(
            hasTrigger ? 'designer.activity.none-hint' : 'designer.activity.none-without-trigger',
          )}
        </EmptyState>
      ) : (
        <EmptyState icon={<MousePointerClick />} title={say('runs.choose')}>
          {say('designer.activity.choose-hint')}
        </EmptyState>
      )}
    </div>
  );
}
