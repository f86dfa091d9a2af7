import type { RunDetail } from '@sluice/schema';
import { Link2, Waypoints } from 'lucide-react';
import { Link } from 'wouter';
import { Button } from '../ui/Button.tsx';
import { toastDone } from '../ui/toast.ts';
import { useCopy } from '../ui/use-copy.ts';
import { buttonClass } from '../ui/button-class.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { durationText } from '../words/format.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { say, sayRich } from '../words/say.ts';
import { RunActions } from './RunActions.tsx';
import { RunNotes } from './RunNotes.tsx';
import { RunStatusChip } from './RunStatusChip.tsx';
import { TestChip } from './TestChip.tsx';

interface RunHeaderProps {
  readonly run: RunDetail;
  /** Shows another run in place of this one. */
  readonly onShow: (requestId: string) => void;
}

/** What a run is, how it ended, and what can be done with it. */
export function RunHeader({ run, onShow }: RunHeaderProps) {
  const { copy } = useCopy();
  return (
    <header className="border-b px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-2">
        <div className="min-w-72 flex-1">
          <h2 className="text-title font-semibold break-words">{run.title}</h2>
          <p className="mt-1 text-muted">
            <span className="mr-2 inline-flex gap-1 align-middle">
              <RunStatusChip status={run.status} />
              <TestChip run={run} />
            </span>
            {run.flowName} · v{run.flowVersion} · <RelativeTime at={run.startedAt} />{' '}
            {run.finishedAt !== undefined && (
              // The dot goes to the next line with what it belongs to.
              <span className="whitespace-nowrap">
                {`· ${say('runs.took', { duration: durationText(Date.parse(run.finishedAt) - Date.parse(run.startedAt)) })}`}
              </span>
            )}
            {run.cancelledBy !== undefined &&
              ` · ${say('runs.cancelled-by', { name: run.cancelledBy })}`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <RunActions run={run} onBegun={onShow} />
          <Link to={`/flows/${run.flowId}?run=${run.id}`} className={buttonClass('primary')}>
            <Waypoints aria-hidden />
            {say('runs.show-on-canvas')}
          </Link>
        </div>
      </div>
      <div className="mt-1 flex items-center gap-2 text-hint text-faint">
        {sayRich('runs.request-id', { code: <code className="break-all" />, id: run.id })}
        <CopyButton
          text={run.id}
          label={say('runs.copy-request-id')}
          variant="ghost"
          size="small"
        />
        <Button
          variant="ghost"
          size="small"
          icon={<Link2 aria-hidden />}
          onClick={() => {
            copy(`${location.origin}/runs/${run.id}`);
            toastDone(say('runs.link-copied'));
          }}
        >
          {say('runs.copy-link')}
        </Button>
        {run.signalId !== undefined && (
          <Link to={`/signals?signal=${run.signalId}`} className="text-accent">
            {say('runs.its-signal')}
          </Link>
        )}
      </div>
      <RunNotes run={run} onShow={onShow} className="mt-1.5 max-h-44 overflow-y-auto" />
    </header>
  );
}
