import { useState } from 'react';
import { PlayCircle } from 'lucide-react';
import { useLocation } from 'wouter';
import { useMay } from '../api/session.ts';
import { useRunSignal, useSignal } from '../api/signals.ts';
import { Button } from '../ui/Button.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';
import { OutcomeChip } from './OutcomeChip.tsx';
import { ReplayForm } from './ReplayForm.tsx';
import { SignalBody } from './SignalBody.tsx';

interface SignalDrawerProps {
  readonly signalId: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Goes to another signal, such as the one this correlates with. */
  readonly onOpenSignal: (id: string) => void;
}

/** All about one signal, and the ways to run it again. */
export function SignalDrawer({ signalId, open, onClose, onOpenSignal }: SignalDrawerProps) {
  const { data: signal, error, refetch } = useSignal(signalId);
  const mayRun = useMay('run');
  const run = useRunSignal();
  const [, navigate] = useLocation();
  const [replaying, setReplaying] = useState(false);
  const canRun = mayRun && signal?.flowId !== undefined && signal.outcome !== 'rejected';

  function start(payload?: { readonly edited: unknown }) {
    run.mutate(
      { id: signalId, ...(payload && { payload: payload.edited }) },
      {
        onSuccess: ({ requestId }) => {
          toastDone(say('signals.run-started'));
          navigate(`/runs?run=${requestId}`);
        },
      },
    );
  }

  return (
    <Drawer
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={signal?.title || say('signals.signal')}
      description={
        signal && (
          <span className="flex flex-wrap items-center gap-2">
            <OutcomeChip outcome={signal.outcome} statusCode={signal.statusCode} />
            <RelativeTime at={signal.receivedAt} />
          </span>
        )
      }
      footer={
        canRun &&
        !replaying && (
          <>
            <Button onClick={() => setReplaying(true)}>{say('signals.replay.open')}</Button>
            <Button
              variant="primary"
              icon={<PlayCircle aria-hidden />}
              busy={run.isPending}
              onClick={() => start()}
            >
              {signal.outcome === 'accepted'
                ? say('signals.run-again')
                : say('signals.run-by-hand')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4 p-5">
        <ErrorBanner error={error} onRetry={() => void refetch()} />
        <ErrorBanner error={run.error} />
        {!signal && !error && <Skeleton lines={8} />}
        {signal &&
          (replaying ? (
            <ReplayForm
              payload={signal.payload ?? '{}'}
              busy={run.isPending}
              onCancel={() => setReplaying(false)}
              onRun={(edited) => start({ edited })}
            />
          ) : (
            <SignalBody signal={signal} onOpenSignal={onOpenSignal} />
          ))}
      </div>
    </Drawer>
  );
}
