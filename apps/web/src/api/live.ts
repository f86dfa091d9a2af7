import { useEffect, useState } from 'react';
import type { FlowNews, LiveMessage, RunDetail, Signal, Visitors } from '@sluice/schema';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { askAgain } from './ask-again.ts';
import { atMostEvery } from './at-most-every.ts';
import { openLiveStream } from './live-stream.ts';
import { type RunPages, isOvergrown, joined, patchRunDetail, patchRunPages } from './patch-runs.ts';
import { queryOf } from './request.ts';
import { type RunFilter, runKey } from './runs.ts';

export type LiveState = 'connecting' | 'live';

/** Hears of one flow: that somebody saved it, and who has it open. */
interface TellsOfFlow {
  readonly onFlow: (news: FlowNews) => void;
  readonly onVisitors: (visitors: Visitors) => void;
  readonly onGap: () => void;
}

const untold: TellsOfFlow = { onFlow: () => {}, onVisitors: () => {}, onGap: () => {} };

/** Lists that are fetched again, not patched, are left in peace for this long. */
const REFETCH_MS = 1500;

/**
 * Keeps runs and signals current while a page is on the screen, by patching what the queries
 * hold. Once news can come, what may have missed some is fetched again, and everything after a gap.
 *
 * @param flowId limits the news to one flow
 * @param told hears of what no query holds; the same object for as long as the page is open
 */
export function useLive(flowId?: string, told: TellsOfFlow = untold): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');

  useEffect(() => {
    const flows = atMostEvery(REFETCH_MS, () => refetch(client, 'flows'));
    const signals = atMostEvery(REFETCH_MS, () => refetch(client, 'signals', 'trigger'));
    const close = openLiveStream(`/api/v1/live${queryOf({ flowId })}`, {
      onState: setState,
      onRuns: (messages) => {
        for (const message of joined(messages)) tellRun(client, message);
        flows.ask();
      },
      onSignals: (_news: readonly Signal[]) => signals.ask(),
      onFlow: (news) => {
        flows.ask();
        told.onFlow(news);
      },
      onVisitors: told.onVisitors,
      onOpen: (isAgain) => {
        refetch(client, 'runs', 'run', 'signals', 'trigger');
        if (!isAgain) return;
        refetch(client, 'flows');
        told.onGap();
      },
    });
    return () => {
      flows.stop();
      signals.stop();
      close();
    };
  }, [client, flowId, told]);
  return state;
}

function refetch(client: QueryClient, ...kinds: readonly string[]): void {
  for (const kind of kinds) {
    for (const { queryKey } of client.getQueryCache().findAll({ queryKey: [kind] })) {
      askAgain(client, queryKey);
    }
  }
}

function tellRun(client: QueryClient, message: LiveMessage): void {
  for (const query of client.getQueryCache().findAll({ queryKey: ['runs'] })) {
    tellList(client, query.queryKey, message);
  }
  const key = runKey(message.run.id);
  if (client.getQueryState(key)?.fetchStatus === 'fetching') {
    askAgain(client, key);
  } else {
    client.setQueryData<RunDetail>(key, (detail) => detail && patchRunDetail(detail, message));
  }
}

function tellList(client: QueryClient, key: readonly unknown[], { run }: LiveMessage): void {
  const state = client.getQueryState<RunPages>(key);
  if (!state?.data || state.fetchStatus === 'fetching') {
    askAgain(client, key);
    return;
  }
  const next = patchRunPages(state.data, key[1] as RunFilter, run);
  if (!isOvergrown(next)) {
    client.setQueryData(key, next);
    return;
  }
  const { pages, pageParams } = next;
  client.setQueryData(key, { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) });
  void client.invalidateQueries({ queryKey: key });
}
