import type { ReactNode } from 'react';
import type { SignalDetail } from '@sluice/schema';
import { Link } from 'react-router';

interface SignalFactsProps {
  readonly signal: SignalDetail;
  readonly onOpenSignal: (id: string) => void;
}

/** Where a signal came from and where it led. */
export function SignalFacts({ signal, onOpenSignal }: SignalFactsProps) {
  const { parentId } = signal;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact label="Received">
        {new Date(signal.receivedAt).toLocaleString(undefined, {
          dateStyle: 'medium',
          timeStyle: 'medium',
        })}
        {signal.remoteAddress !== undefined && ` from ${signal.remoteAddress}`}
      </Fact>
      <Fact label="Trigger">
        {signal.triggerName ?? 'Unknown'}
        {signal.flowId !== undefined && signal.flowName !== undefined && (
          <>
            {' of '}
            <Link to={`/flows/${signal.flowId}`} className="text-accent">
              {signal.flowName}
            </Link>
          </>
        )}
      </Fact>
      {signal.userName !== undefined && <Fact label="User">{signal.userName}</Fact>}
      {signal.requestId !== undefined && (
        <Fact label="Run">
          <Link to={`/runs?run=${signal.requestId}`} className="text-accent">
            {signal.outcome === 'duplicate' ? 'The run of the first one' : 'Show the run'}
          </Link>
        </Fact>
      )}
      {parentId !== undefined && (
        <Fact label="Correlates with">
          <button
            type="button"
            className="text-accent underline"
            onClick={() => onOpenSignal(parentId)}
          >
            The signal before it
          </button>
        </Fact>
      )}
      {signal.suppressedCount > 0 && (
        <Fact label="Suppressed">{signal.suppressedCount} signals beneath this one</Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
