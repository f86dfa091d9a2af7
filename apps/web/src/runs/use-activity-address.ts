import { useMemo } from 'react';
import { type RunStatus, runStatuses } from '@sluice/schema';
import type { RunFilter } from '../api/runs.ts';
import { useAddress } from '../ui/use-address.ts';
import { useNow } from '../ui/use-now.ts';
import { type Period, periodStart, periods } from './period.ts';

/** What the activity page shows, as its address says it, and the ways to change that. */
export interface ActivityAddress {
  readonly filter: RunFilter;
  readonly period: Period;
  readonly runId: string | undefined;
  readonly isNarrowed: boolean;
  /** Sets one part of the filter; undefined takes it out. */
  readonly narrow: (part: ActivityPart, value: string | undefined) => void;
  readonly reset: () => void;
  readonly select: (runId: string) => void;
}

/** The parts of the address that narrow the list. */
export type ActivityPart = 'flow' | 'trigger' | 'status' | 'test' | 'q' | 'period';

/** Keeps filter and selection in the address, so that a link shows the same again. */
export function useActivityAddress(): ActivityAddress {
  const [search, change, reset] = useAddress();
  const now = useNow();
  const status = runStatuses.find((each) => each === search.get('status'));
  const period = periods.find((each) => each === search.get('period')) ?? 'all';
  const flowId = search.get('flow') ?? undefined;
  // A trigger belongs to its flow: without one it would name nothing.
  const triggerId = (flowId && search.get('trigger')) || undefined;
  const q = search.get('q') ?? undefined;
  const test = search.get('test') ?? undefined;
  const from = periodStart(period, new Date(now));

  const filter = useMemo(
    () => filterOf({ status, flowId, triggerId, test, q, from }),
    [status, flowId, triggerId, test, q, from],
  );

  return {
    filter,
    period,
    runId: search.get('run') ?? undefined,
    isNarrowed: Object.keys(filter).length > 0,
    narrow: (part, value) =>
      change({ [part]: value, ...(part === 'flow' && { trigger: undefined }) }),
    reset,
    select: (run) => change({ run }),
  };
}

function filterOf(parts: {
  status: RunStatus | undefined;
  flowId: string | undefined;
  triggerId: string | undefined;
  test: string | undefined;
  q: string | undefined;
  from: string | undefined;
}): RunFilter {
  return {
    ...(parts.status && { status: parts.status }),
    ...(parts.flowId && { flowId: parts.flowId }),
    ...(parts.triggerId && { triggerId: parts.triggerId }),
    ...((parts.test === 'true' || parts.test === 'false') && { test: parts.test === 'true' }),
    ...(parts.q && { q: parts.q }),
    ...(parts.from && { from: parts.from }),
  };
}
