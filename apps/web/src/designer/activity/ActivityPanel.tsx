import { ChevronDown, ChevronUp } from 'lucide-react';
import { useRuns } from '../../api/runs.ts';
import { RunStatusChip } from '../../runs/RunStatusChip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { PanelResizer } from './PanelResizer.tsx';
import { RunList } from './RunList.tsx';
import { WatchedRunView } from './WatchedRunView.tsx';

/** The runs of this flow, docked beneath the canvas: which run, which step, what it did. */
export function ActivityPanel() {
  const folded = useScreen((screen) => screen.activityFolded);
  const height = useScreen((screen) => screen.activityHeight);
  const show = useScreen((screen) => screen.showActivity);
  if (folded) return <FoldedActivity />;
  return (
    <section
      data-tour="activity"
      aria-label={say('app.activity')}
      className="relative grid min-h-0 grid-cols-[clamp(260px,25vw,420px)_1fr] border-t bg-surface"
      style={{ height }}
    >
      <PanelResizer />
      <RunList />
      <WatchedRunView />
      <IconButton
        label={say('designer.activity.fold')}
        size="small"
        icon={<ChevronDown />}
        className="absolute top-1 right-1.5"
        onClick={() => show({ activityFolded: true })}
      />
    </section>
  );
}

function FoldedActivity() {
  const flowId = useFlowDocument(({ flow }) => flow.id);
  const show = useScreen((screen) => screen.showActivity);
  const follow = useScreen((screen) => screen.follow);
  const { data } = useRuns({ flowId });
  const last = data?.pages[0]?.items[0];
  return (
    <section data-tour="activity" aria-label={say('app.activity')} className="border-t bg-surface">
      <button
        type="button"
        aria-expanded={false}
        aria-label={
          last
            ? say('designer.activity.show-runs-last', { title: last.title })
            : say('designer.activity.show-runs')
        }
        onClick={() => {
          show({ activityFolded: false });
          if (last) follow(last.id);
        }}
        className="flex h-8 w-full items-center gap-2 px-3 text-left text-hint -outline-offset-2 hover:bg-sunken"
      >
        <ChevronUp className="size-4 text-faint" aria-hidden />
        <span className="font-medium">{say('app.activity')}</span>
        {last ? (
          <>
            <span className="text-faint">{say('designer.activity.last-run')}</span>
            <RunStatusChip status={last.status} />
            <span className="truncate text-muted">{last.title}</span>
          </>
        ) : (
          <span className="text-faint">{say('designer.activity.none')}</span>
        )}
      </button>
    </section>
  );
}
