import { useState } from 'react';
import { MousePointerClick } from 'lucide-react';
import { useRun } from '../api/runs.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { say } from '../words/say.ts';
import { RunHeader } from './RunHeader.tsx';
import { RunSteps } from './RunSteps.tsx';
import { StepDetail } from './StepDetail.tsx';
import { stepToShow } from './step-to-show.ts';
import { RunTimeline } from './timeline/RunTimeline.tsx';

interface RunDetailPanelProps {
  readonly requestId: string | undefined;
  /** Shows another run. */
  readonly onShow: (requestId: string) => void;
}

/** The chosen run: what came of it, its steps and what one of them did, and the picture of its time. */
export function RunDetailPanel({ requestId, onShow }: RunDetailPanelProps) {
  const { data: run, error, refetch } = useRun(requestId);
  const [chosen, setChosen] = useState<{ runId: string; nodeId: string }>();
  const [view, setView] = useState('steps');

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
  const choose = (next: string) => setChosen({ runId: run.id, nodeId: next });
  const nodeId = chosen?.runId === run.id ? chosen.nodeId : stepToShow(run);
  return (
    <section aria-label={say('signals.run')} className="flex min-h-0 flex-col bg-surface">
      <RunHeader key={run.id} run={run} onShow={onShow} />
      <Tabs
        label={say('signals.run')}
        value={view}
        onChange={setView}
        className="flex-1"
        listClassName="px-2"
        panelClassName="flex flex-col"
        tabs={[
          {
            id: 'steps',
            label: say('runs.steps'),
            content: (
              <div className="grid min-h-0 flex-1 grid-cols-[minmax(190px,270px)_minmax(0,1fr)]">
                <div className="min-h-0 overflow-y-auto border-r">
                  <RunSteps run={run} selectedNodeId={nodeId} onSelect={choose} />
                </div>
                <StepDetail run={run} nodeId={nodeId} />
              </div>
            ),
          },
          {
            id: 'timeline',
            label: say('runs.timeline.title'),
            content: (
              <RunTimeline
                key={run.id}
                run={run}
                onSelect={(next) => {
                  choose(next);
                  setView('steps');
                }}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
