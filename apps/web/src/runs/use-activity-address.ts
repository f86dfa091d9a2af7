import { useMemo } from 'react';
import { type RunStatus, runStatuses } from '@sluice/schema';
import { useSearchParams } from 'react-router';
import type { RunFilter } from '../api/runs.ts';
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
  const [search, setSearch] = useSearchParams();
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

  function change(name: string, value: string | undefined) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
        if (name === 'flow') next.delete('trigger');
        return next;
      },
      { replace: true },
    );
  }

  return {
    filter,
    period,
    runId: search.get('run') ?? undefined,
    isNarrowed: Object.keys(filter).length > 0,
    narrow: change,
    reset: () => setSearch({}, { replace: true }),
    select: (runId) => change('run', runId),
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
