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
  readonly narrow: (part: 'flow' | 'status' | 'q' | 'period', value: string | undefined) => void;
  readonly reset: () => void;
  readonly select: (runId: string) => void;
}

/** Keeps filter and selection in the address, so that a link shows the same again. */
export function useActivityAddress(): ActivityAddress {
  const [search, setSearch] = useSearchParams();
  const now = useNow();
  const status = runStatuses.find((each) => each === search.get('status'));
  const period = periods.find((each) => each === search.get('period')) ?? 'all';
  const flowId = search.get('flow') ?? undefined;
  const q = search.get('q') ?? undefined;
  const from = periodStart(period, new Date(now));

  const filter = useMemo(() => filterOf({ status, flowId, q, from }), [status, flowId, q, from]);

  function change(name: string, value: string | undefined) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
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
  q: string | undefined;
  from: string | undefined;
}): RunFilter {
  return {
    ...(parts.status && { status: parts.status }),
    ...(parts.flowId && { flowId: parts.flowId }),
    ...(parts.q && { q: parts.q }),
    ...(parts.from && { from: parts.from }),
  };
}
