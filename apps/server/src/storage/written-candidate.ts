import type { RunStarted } from '@sluice/schema';
import type { Acceptance, SignalCandidate } from './journal.ts';

/** A candidate whose outputs are JSON already: they are stored twice, and may go to another thread. */
export type WrittenCandidate = Omit<SignalCandidate, 'outputs'> & { readonly outputs: string };

/** What is decided about a signal. */
export type Decision =
  | { readonly outcome: 'accepted'; readonly requestId: string }
  | Exclude<Acceptance, { outcome: 'accepted' }>;

/** Writes down a candidate's outputs. */
export function written(candidate: SignalCandidate): WrittenCandidate {
  return { ...candidate, outputs: JSON.stringify(candidate.outputs) };
}

/** What a decision means for a candidate: the beginning of its run, if it has one. */
export function acceptanceOf(candidate: SignalCandidate, decision: Decision): Acceptance {
  if (decision.outcome !== 'accepted') return decision;
  return { start: startOf(candidate), ...decision };
}

/** The beginning of a candidate's run, should it be accepted. */
export function startOf(candidate: SignalCandidate): RunStarted {
  return { outputs: candidate.outputs, ...headOf(candidate) };
}

/** The beginning of a candidate's run, but for the outputs. */
export function headOf(candidate: Omit<SignalCandidate, 'outputs'>): Omit<RunStarted, 'outputs'> {
  return {
    type: 'run.started',
    at: new Date(candidate.receivedAt).toISOString(),
    runId: candidate.requestId,
    flowId: candidate.flowId,
    flowVersion: candidate.flowVersion,
    triggerId: candidate.nodeId,
    ...(candidate.incomplete && { incomplete: true }),
    ...(candidate.test && { test: true }),
    ...(candidate.given && { given: candidate.given }),
  };
}
