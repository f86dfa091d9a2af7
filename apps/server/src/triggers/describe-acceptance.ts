import type { Signal } from '@sluice/schema';
import type { Acceptance, SignalCandidate } from '../storage/journal.ts';
import type { LiveTrigger } from './live-triggers.ts';

/** A signal that was just stored, as the Signals page shows it. */
export function describeAcceptance(
  acceptance: Acceptance,
  candidate: SignalCandidate,
  { flow, node }: LiveTrigger,
): Signal {
  const parentId = acceptance.outcome === 'suppressed' ? acceptance.parentId : null;
  return {
    id: candidate.signalId,
    receivedAt: new Date(candidate.receivedAt).toISOString(),
    outcome: acceptance.outcome,
    statusCode: 202,
    suppressedCount: 0,
    title: candidate.title,
    flowId: flow.id,
    flowName: flow.name,
    triggerId: node.id,
    triggerName: node.name,
    ...(acceptance.outcome !== 'suppressed' && { requestId: acceptance.requestId }),
    ...(candidate.userName !== undefined && { userName: candidate.userName }),
    ...(parentId !== null && { parentId }),
  };
}
