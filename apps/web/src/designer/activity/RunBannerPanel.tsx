import { type FlowComparison, type RunDetail, compareFlows, withoutPinned } from '@sluice/schema';
import { History, Link2, X } from 'lucide-react';
import { useMemo } from 'react';
import { RunStatusChip } from '../../runs/RunStatusChip.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { toastDone } from '../../ui/toast.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';

/** What is told of a run, which hardly a step changes. */
export type Told = Pick<RunDetail, 'id' | 'title' | 'status' | 'drawing' | 'flowVersion'>;

/** Which run the canvas shows, and how its drawing was another; the way back to the flow as it is. */
export function RunBannerPanel({ run }: { readonly run: Told }) {
  const watch = useScreen((screen) => screen.watch);
  const flow = useFlowDocument((state) => state.flow);
  const besidePanel = useScreen((screen) => screen.problemsOpen);
  const { copy } = useCopy();
  const open = useScreen((screen) => screen.open);
  const note = useMemo(
    () => differenceNote(compareFlows(run.drawing, withoutPinned(flow)), run.flowVersion),
    [run.drawing, run.flowVersion, flow],
  );

  return (
    <div
      className={classNames(
        'pointer-events-none absolute top-3 left-3 z-5 flex justify-center',
        // Beside the panel of problems, which is 340 px wide.
        besidePanel ? 'right-[364px]' : 'right-3',
      )}
    >
      <div className="pointer-events-auto flex max-w-full animate-pop items-center gap-2 rounded-full border bg-raised py-0.5 pr-1 pl-1.5 shadow-1">
        <RunStatusChip status={run.status} />
        <span className="truncate font-medium">{run.title}</span>
        {note !== undefined && (
          <>
            <span className="truncate text-hint text-wait max-[1100px]:hidden">{note}</span>
            <Button
              variant="ghost"
              size="small"
              className="rounded-full"
              icon={<History aria-hidden />}
              title={note}
              onClick={() => open({ name: 'run-drawing' })}
            >
              {say('designer.activity.look-then')}
            </Button>
          </>
        )}
        <IconButton
          label={say('designer.activity.copy-link')}
          size="small"
          icon={<Link2 />}
          onClick={() => {
            copy(`${location.origin}/runs/${run.id}`);
            toastDone(say('designer.activity.link-copied'));
          }}
        />
        <Button
          variant="ghost"
          size="small"
          className="rounded-full"
          icon={<X aria-hidden />}
          onClick={() => watch(undefined)}
        >
          {say('designer.activity.show-current')}
        </Button>
      </div>
    </div>
  );
}

function differenceNote({ nodes, edges }: FlowComparison, version: number): string | undefined {
  const counted = [
    ['designer.activity.gone', 'removed'],
    ['designer.activity.fresh', 'added'],
    ['designer.activity.changed', 'changed'],
  ] as const;
  const told = counted.flatMap(([key, change]) => {
    const count = nodes.filter((each) => each.change === change).length;
    return count > 0 ? [say(key, { count })] : [];
  });
  const parts = told.length === 0 && edges.length > 0 ? [say('designer.activity.rewired')] : told;
  if (parts.length === 0) return undefined;
  return say('designer.activity.difference', { version, parts: parts.join(', ') });
}
