import { type RunDetail, compareFlows } from '@sluice/schema';
import { Link2, X } from 'lucide-react';
import { useMemo } from 'react';
import { RunStatusChip } from '../../runs/RunStatusChip.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { toastDone } from '../../ui/toast.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { say } from '../../words/say.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { useScreen } from '../state/use-screen.ts';
import { useWatchedRun } from './use-watched-run.ts';

/** Says that the canvas shows a run, which one, and whether its drawing was another. */
export function RunBanner() {
  const run = useWatchedRun();
  return run ? <Banner run={run} /> : null;
}

function Banner({ run }: { readonly run: RunDetail }) {
  const watch = useScreen((screen) => screen.watch);
  const flow = useFlowDocument((state) => state.flow);
  const { copy } = useCopy();
  const note = useMemo(() => {
    const { nodes } = compareFlows(run.drawing, flow);
    const count = (wanted: string) => nodes.filter(({ change }) => change === wanted).length;
    return differenceNote(count('removed'), count('added'), run.flowVersion);
  }, [run.drawing, run.flowVersion, flow]);

  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 z-5 flex justify-center">
      <div className="pointer-events-auto flex max-w-full animate-pop items-center gap-2 rounded-full border bg-raised py-0.5 pr-1 pl-1.5 shadow-1">
        <RunStatusChip status={run.status} />
        <span className="truncate font-medium">{run.title}</span>
        {note !== undefined && (
          <span className="truncate text-hint text-wait max-[1100px]:hidden">{note}</span>
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

function differenceNote(gone: number, fresh: number, version: number): string | undefined {
  if (gone === 0 && fresh === 0) return undefined;
  const parts = [
    ...(gone > 0 ? [say('designer.activity.gone', { count: gone })] : []),
    ...(fresh > 0 ? [say('designer.activity.fresh', { count: fresh })] : []),
  ];
  return say('designer.activity.difference', { version, parts: parts.join(', ') });
}
