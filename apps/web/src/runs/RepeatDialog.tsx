import type { RunDetail } from '@sluice/schema';
import { type RunVersion, useRepeatRun } from '../api/runs.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';

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
      title={`Run “${run.title}” again?`}
      confirmLabel="Run again"
      tone="primary"
      busy={repeat.isPending}
      onConfirm={() =>
        repeat.mutate({ id: run.id, version }, { onSuccess: ({ requestId }) => onBegun(requestId) })
      }
    >
      <p>
        A new run begins with what its trigger received then, in{' '}
        {version === 'then' ? `version ${run.flowVersion}` : 'the version that is published now'}.
        Every step runs again: tickets are created and messages sent once more.
      </p>
      <ErrorBanner error={repeat.error} className="mt-3" />
    </ConfirmDialog>
  );
}
