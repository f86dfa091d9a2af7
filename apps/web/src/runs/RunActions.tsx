import { useState } from 'react';
import { type RunDetail, isOver, isRetriable } from '@sluice/schema';
import { Ban, ChevronDown, Pencil, Play, RotateCcw, StepForward } from 'lucide-react';
import { type RunVersion, useCancelRun, useRetryRun } from '../api/runs.ts';
import { useMay } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import type { ButtonSize } from '../ui/button-class.ts';
import { DropdownMenu } from '../ui/DropdownMenu.tsx';
import { toastDone, toastError } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { RepeatDialog } from './RepeatDialog.tsx';
import { ReplayDialog } from './ReplayDialog.tsx';

interface RunActionsProps {
  readonly run: RunDetail;
  readonly size?: ButtonSize;
  /** Told of the run that was begun in place of this one. */
  readonly onBegun: (requestId: string) => void;
}

/** What a person may do with a run: end it, have it go on, have it begin again. */
export function RunActions({ run, size = 'medium', onBegun }: RunActionsProps) {
  const cancel = useCancelRun();
  const retry = useRetryRun();
  const [asking, setAsking] = useState<RunVersion | 'edited'>();
  if (!useMay('run')) return null;
  const begun = (requestId: string) => {
    setAsking(undefined);
    toastDone(say('runs.started'));
    onBegun(requestId);
  };
  return (
    <>
      {!isOver(run.status) && (
        <Button
          size={size}
          icon={<Ban aria-hidden />}
          busy={cancel.isPending}
          onClick={() => cancel.mutate(run.id, { onError: toastError })}
        >
          {say('runs.cancel')}
        </Button>
      )}
      {isRetriable(run) && (
        <Button
          size={size}
          icon={<StepForward aria-hidden />}
          busy={retry.isPending}
          onClick={() =>
            retry.mutate(run.id, {
              onSuccess: () => toastDone(say('runs.goes-on')),
              onError: toastError,
            })
          }
        >
          {say('runs.retry-from-here')}
        </Button>
      )}
      <DropdownMenu
        trigger={
          <Button size={size} icon={<RotateCcw aria-hidden />}>
            {say('signals.run-again')}
            <ChevronDown aria-hidden />
          </Button>
        }
        groups={[
          [
            {
              label: say('runs.same-version', { version: run.flowVersion }),
              icon: <RotateCcw />,
              onSelect: () => setAsking('then'),
            },
            {
              label: say('runs.current-version'),
              icon: <Play />,
              onSelect: () => setAsking('now'),
            },
          ],
          run.signalId === undefined
            ? []
            : [
                {
                  label: say('runs.edited-payload'),
                  icon: <Pencil />,
                  onSelect: () => setAsking('edited'),
                },
              ],
        ]}
      />
      {(asking === 'then' || asking === 'now') && (
        <RepeatDialog
          run={run}
          version={asking}
          onClose={() => setAsking(undefined)}
          onBegun={begun}
        />
      )}
      {asking === 'edited' && run.signalId !== undefined && (
        <ReplayDialog
          signalId={run.signalId}
          onClose={() => setAsking(undefined)}
          onBegun={begun}
        />
      )}
    </>
  );
}
