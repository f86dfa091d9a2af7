import { useRunSignal, useSignal } from '../api/signals.ts';
import { ReplayForm } from '../signals/ReplayForm.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { say } from '../words/say.ts';

interface ReplayDialogProps {
  readonly signalId: string;
  readonly onClose: () => void;
  readonly onBegun: (requestId: string) => void;
}

/** Lets a person change what a run's signal brought, and begins a run with that. */
export function ReplayDialog({ signalId, onClose, onBegun }: ReplayDialogProps) {
  const { data: signal, error, refetch } = useSignal(signalId);
  const run = useRunSignal();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={say('runs.replay.title')}
      description={say('runs.replay.description')}
      size="large"
    >
      <ErrorBanner error={error} onRetry={() => void refetch()} className="mb-3" />
      <ErrorBanner error={run.error} className="mb-3" />
      {!signal && !error && <Skeleton lines={8} />}
      {signal && (
        <ReplayForm
          payload={signal.payload ?? '{}'}
          busy={run.isPending}
          onCancel={onClose}
          onRun={(payload) =>
            run.mutate(
              { id: signalId, payload },
              { onSuccess: ({ requestId }) => onBegun(requestId) },
            )
          }
        />
      )}
    </Dialog>
  );
}
