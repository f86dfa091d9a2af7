import type { RunDetail } from '@sluice/schema';
import { Pencil } from 'lucide-react';
import { useCallback, useState } from 'react';
import { RunActions } from '../../runs/RunActions.tsx';
import { RunNotes } from '../../runs/RunNotes.tsx';
import { RunSteps } from '../../runs/RunSteps.tsx';
import { StepDetail } from '../../runs/StepDetail.tsx';
import { RunTimeline } from '../../runs/timeline/RunTimeline.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { durationText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { PinButton } from '../pinned/PinButton.tsx';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { stepToShow } from './step-to-show.ts';

/**
 * The steps of the painted run and what the chosen one did, and the picture of its time. Choosing a
 * step selects its card, and back.
 */
export function RunColumns({ run }: { readonly run: RunDetail }) {
  const selected = useCanvas(({ selectedIds }) =>
    selectedIds.length === 1 ? selectedIds[0] : undefined,
  );
  const [chosen, choose] = useState<string>();
  const [view, setView] = useState('steps');
  const showNode = useShowNode();
  const watch = useScreen((screen) => screen.watch);
  const inRun = (id: string | undefined) => run.drawing.nodes.some((node) => node.id === id);
  const isDrawn = useFlowDocument(({ flow }) => flow.nodes.some((node) => node.id === chosen));
  const nodeId =
    chosen !== undefined && !isDrawn ? chosen : inRun(selected) ? selected : stepToShow(run);
  const node = run.drawing.nodes.find((each) => each.id === nodeId);

  const show = useCallback(
    (id: string) => {
      choose(id);
      showNode(id);
    },
    [showNode],
  );

  const steps = (
    <div className="grid min-h-0 min-w-0 flex-1 grid-cols-[minmax(200px,260px)_1fr]">
      <div className="min-h-0 overflow-y-auto border-r">
        <RunNotes run={run} onShow={watch} className="px-3 pt-2 text-hint" />
        <RunSteps run={run} selectedNodeId={nodeId} onSelect={show} />
      </div>
      {nodeId !== undefined && <StepDetail key={nodeId} run={run} nodeId={nodeId} />}
    </div>
  );
  return (
    <Tabs
      label={say('signals.run')}
      value={view}
      onChange={setView}
      listClassName="h-9 shrink-0 items-center! pr-10 pl-1"
      panelClassName="flex flex-col"
      end={
        <div className="flex min-w-0 flex-1 items-center gap-1.5">
          <RunTime run={run} />
          <span className="ml-auto truncate font-semibold max-[1279px]:invisible">
            {node?.name}
          </span>
          {nodeId !== undefined && <NodeNote nodeId={nodeId} />}
          {nodeId !== undefined && <PinButton run={run} nodeId={nodeId} shrinks />}
          <RunActions run={run} size="small" onBegun={watch} />
        </div>
      }
      tabs={[
        { id: 'steps', label: say('runs.steps'), content: steps },
        {
          id: 'timeline',
          label: say('runs.timeline.title'),
          content: (
            <RunTimeline
              run={run}
              onSelect={(id) => {
                show(id);
                setView('steps');
              }}
            />
          ),
        },
      ]}
    />
  );
}

function RunTime({ run }: { readonly run: RunDetail }) {
  if (run.finishedAt === undefined) return null;
  const took = Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  return (
    <span className="shrink-0 text-hint text-faint tabular-nums">
      {say('runs.took', { duration: durationText(took) })}
    </span>
  );
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
      title={say('designer.settings.step.edit')}
      onClick={() => openSettings(nodeId)}
    >
      <span className="max-[1279px]:sr-only">{say('designer.settings.step.edit')}</span>
    </Button>
  );
}
