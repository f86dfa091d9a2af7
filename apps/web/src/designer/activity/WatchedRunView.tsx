import type { RunDetail } from '@sluice/schema';
import { MousePointerClick, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useRun } from '../../api/runs.ts';
import { RunActions } from '../../runs/RunActions.tsx';
import { RunNotes } from '../../runs/RunNotes.tsx';
import { RunSteps } from '../../runs/RunSteps.tsx';
import { StepDetail } from '../../runs/StepDetail.tsx';
import { Button } from '../../ui/Button.tsx';
import { durationText } from '../../words/format.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBanner } from '../../ui/ErrorBanner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { say } from '../../words/say.ts';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { stepToShow } from './step-to-show.ts';

/** The steps of the painted run, and what the chosen one did. Choosing a step selects its card, and back. */
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

function RunColumns({ run }: { readonly run: RunDetail }) {
  const selected = useCanvas(({ selectedIds }) =>
    selectedIds.length === 1 ? selectedIds[0] : undefined,
  );
  const [chosen, choose] = useState<string>();
  const showNode = useShowNode();
  const watch = useScreen((screen) => screen.watch);
  const inRun = (id: string | undefined) => run.drawing.nodes.some((node) => node.id === id);
  const isDrawn = useFlowDocument(({ flow }) => flow.nodes.some((node) => node.id === chosen));
  const nodeId =
    chosen !== undefined && !isDrawn ? chosen : inRun(selected) ? selected : stepToShow(run);
  const node = run.drawing.nodes.find((each) => each.id === nodeId);

  return (
    <div className="grid min-h-0 min-w-0 grid-cols-[minmax(200px,260px)_1fr]">
      <div className="flex min-h-0 flex-col border-r">
        <div className="flex h-9 shrink-0 items-center gap-2 border-b pr-1.5 pl-3">
          <h2 className="mr-auto font-semibold">{say('runs.steps')}</h2>
          <RunTime run={run} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <RunNotes run={run} onShow={watch} className="px-3 pt-2 text-hint" />
          <RunSteps
            run={run}
            selectedNodeId={nodeId}
            onSelect={(id) => {
              choose(id);
              showNode(id);
            }}
          />
        </div>
      </div>
      <div className="flex min-h-0 min-w-0 flex-col">
        <div className="flex h-9 shrink-0 items-center gap-2 border-b pr-10 pl-3">
          <h2 className="truncate font-semibold">{node?.name ?? say('designer.activity.step')}</h2>
          {nodeId !== undefined && <NodeNote nodeId={nodeId} />}
          <div className="ml-auto flex gap-1.5">
            <RunActions run={run} size="small" onBegun={watch} />
          </div>
        </div>
        {nodeId !== undefined && <StepDetail key={nodeId} run={run} nodeId={nodeId} />}
      </div>
    </div>
  );
}

function RunTime({ run }: { readonly run: RunDetail }) {
  if (run.finishedAt === undefined) return null;
  const took = Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  return <span className="pr-1.5 text-hint text-faint tabular-nums">{durationText(took)}</span>;
}

function NodeNote({ nodeId }: { readonly nodeId: string }) {
  const isDrawn = useFlowDocument(({ flow }) => flow.nodes.some((node) => node.id === nodeId));
  const openSettings = useScreen((screen) => screen.openSettings);
  if (!isDrawn)
    return (
      <span className="text-hint text-wait">{say('designer.activity.gone-from-drawing')}</span>
    );
  return (
    <Button
      variant="ghost"
      size="small"
      icon={<Pencil aria-hidden />}
      onClick={() => openSettings(nodeId)}
    >
      {say('designer.settings.step.edit')}
    </Button>
  );
}
