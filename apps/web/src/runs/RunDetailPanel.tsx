import { useState } from 'react';
import { MousePointerClick } from 'lucide-react';
import { useRun } from '../api/runs.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { say } from '../words/say.ts';
import { RunHeader } from './RunHeader.tsx';
import { RunSteps } from './RunSteps.tsx';
import { StepDetail } from './StepDetail.tsx';
import { stepToShow } from './step-to-show.ts';

interface RunDetailPanelProps {
  readonly requestId: string | undefined;
  /** Shows another run. */
  readonly onShow: (requestId: string) => void;
}

/** The chosen run: what came of it, its steps, and what one of them did. */
export function RunDetailPanel({ requestId, onShow }: RunDetailPanelProps) {
  const { data: run, error, refetch } = useRun(requestId);
  const [chosen, setChosen] = useState<{ runId: string; nodeId: string }>();

  if (requestId === undefined) {
    return (
      <section aria-label={say('signals.run')} className="grid place-items-center">
        <EmptyState icon={<MousePointerClick />} title={say('runs.choose')}>
          {say('runs.choose-hint')}
        </EmptyState>
      </section>
    );
  }
  if (!run) {
    return (
      <section aria-label={say('signals.run')} className="min-h-0 overflow-y-auto p-4">
        {error ? (
          <ErrorBanner error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </section>
    );
  }
  const nodeId = chosen?.runId === run.id ? chosen.nodeId : stepToShow(run);
  return (
    <section aria-label={say('signals.run')} className="flex min-h-0 flex-col bg-surface">
      <RunHeader key={run.id} run={run} onShow={onShow} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(190px,270px)_minmax(0,1fr)]">
        <div className="min-h-0 overflow-y-auto border-r">
          <RunSteps
            run={run}
            selectedNodeId={nodeId}
            onSelect={(next) => setChosen({ runId: run.id, nodeId: next })}
          />
        </div>
        <StepDetail run={run} nodeId={nodeId} />
      </div>
    </section>
  );
}
