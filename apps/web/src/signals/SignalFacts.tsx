import type { ReactNode } from 'react';
import type { SignalDetail } from '@sluice/schema';
import { Link } from 'wouter';
import { timeText } from '../words/format.ts';
import { say, sayRich } from '../words/say.ts';

interface SignalFactsProps {
  readonly signal: SignalDetail;
  readonly onOpenSignal: (id: string) => void;
}

/** Where a signal came from and where it led. */
export function SignalFacts({ signal, onOpenSignal }: SignalFactsProps) {
  const { parentId } = signal;
  const received = timeText(signal.receivedAt, { dateStyle: 'medium', timeStyle: 'medium' });
  const trigger = signal.triggerName ?? say('signals.unknown');
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact label={say('signals.received')}>
        {signal.remoteAddress === undefined
          ? received
          : say('signals.received-from', { time: received, address: signal.remoteAddress })}
      </Fact>
      <Fact label={say('signals.trigger')}>
        {signal.flowId === undefined || signal.flowName === undefined
          ? trigger
          : sayRich('signals.trigger-of', {
              link: <Link to={`/flows/${signal.flowId}`} className="text-accent" />,
              trigger,
              flow: signal.flowName,
            })}
      </Fact>
      {signal.userName !== undefined && <Fact label={say('signals.user')}>{signal.userName}</Fact>}
      {signal.requestId !== undefined && (
        <Fact label={say('signals.run')}>
          <Link to={`/runs?run=${signal.requestId}`} className="text-accent">
            {signal.outcome === 'duplicate' ? say('signals.run-of-first') : say('signals.show-run')}
          </Link>
        </Fact>
      )}
      {parentId !== undefined && (
        <Fact label={say('signals.correlates-with')}>
          <button
            type="button"
            className="text-accent underline"
            onClick={() => onOpenSignal(parentId)}
          >
            {say('signals.signal-before')}
          </button>
        </Fact>
      )}
      {signal.suppressedCount > 0 && (
        <Fact label={say('signals.outcomes.suppressed')}>
          {say('signals.suppressed-beneath', { count: signal.suppressedCount })}
        </Fact>
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
