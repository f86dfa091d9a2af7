import { type RunDetail, isOver } from '@sluice/schema';
import { Ban, Waypoints } from 'lucide-react';
import { Link } from 'react-router';
import { useCancelRun } from '../api/runs.ts';
import { useMay } from '../api/session.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { durationText } from '../ui/Duration.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { toastError } from '../ui/toast.ts';
import { RunStatusChip } from './RunStatusChip.tsx';

/** What a run is, how it ended, and what can be done with it. */
export function RunHeader({ run }: { readonly run: RunDetail }) {
  const mayRun = useMay('run');
  const cancel = useCancelRun();
  return (
    <header className="border-b px-4 py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 text-title font-semibold break-words">{run.title}</span>
            <RunStatusChip status={run.status} />
            {run.test && <Chip tone="plain">Test</Chip>}
          </h2>
          <p className="mt-0.5 text-muted">
            {run.flowName} · v{run.flowVersion} · <RelativeTime at={run.startedAt} />
            {run.finishedAt !== undefined &&
              ` · took ${durationText(Date.parse(run.finishedAt) - Date.parse(run.startedAt))}`}
            {run.cancelledBy !== undefined && ` · cancelled by ${run.cancelledBy}`}
          </p>
        </div>
        {mayRun && !isOver(run.status) && (
          <Button
            icon={<Ban aria-hidden />}
            busy={cancel.isPending}
            onClick={() => cancel.mutate(run.id, { onError: toastError })}
          >
            Cancel the run
          </Button>
        )}
        <Link to={`/flows/${run.flowId}?run=${run.id}`} className={buttonClass('primary')}>
          <Waypoints aria-hidden />
          Show on the canvas
        </Link>
      </div>
      <div className="mt-1 flex items-center gap-2 text-hint text-faint">
        Request id <code className="break-all">{run.id}</code>
        <CopyButton text={run.id} label="Copy request id" variant="ghost" size="small" />
        {run.signalId !== undefined && (
          <Link to={`/signals?signal=${run.signalId}`} className="text-accent">
            Its signal
          </Link>
        )}
      </div>
    </header>
  );
}
