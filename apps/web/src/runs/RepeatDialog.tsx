import type { RunDetail } from '@sluice/schema';
import { type RunVersion, useRepeatRun } from '../api/runs.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { say } from '../words/say.ts';

interface RepeatDialogProps {
  readonly run: RunDetail;
  readonly version: RunVersion;
  readonly onClose: () => void;
  readonly onBegun: (requestId: string) => void;
}

/** Asks before everything a run sent is sent once more. */
export function RepeatDialog({ run, version, onClose, onBegun }: RepeatDialogProps) {
  const repeat = useRepeatRun();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say('runs.repeat.question', { title: run.title })}
      confirmLabel={say('signals.run-again')}
      tone="primary"
      busy={repeat.isPending}
      onConfirm={() =>
        repeat.mutate({ id: run.id, version }, { onSuccess: ({ requestId }) => onBegun(requestId) })
      }
    >
      <p>
        {version === 'then'
          ? say('runs.repeat.version-of-then', { version: run.flowVersion })
          : say('runs.repeat.version-of-now')}
      </p>
      <ErrorBanner error={repeat.error} className="mt-3" />
    </ConfirmDialog>
  );
}
