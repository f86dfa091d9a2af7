import type { FlowNews, LiveMessage, Signal } from '@sluice/schema';
import type { Cluster } from '../cluster/cluster.ts';
import type { Database } from '../storage/database.ts';
import { type StoredFlow, findFlow } from '../storage/flows.ts';
import { readEvents } from '../storage/run-events.ts';
import { findRun } from '../storage/runs.ts';
import { findSignal } from '../storage/signals.ts';
import type { LiveBus } from './live-bus.ts';

/** Milliseconds for which others are told of events after somebody there was known to watch. */
const REMEMBERED = 15_000;
/** Milliseconds between two words that somebody watches here. */
const REPEATED = 5000;

/** Tells whoever watches, here and through other processes. */
export interface SharedLive {
  /** Something was stored about a run; the first event has this number. */
  show(message: LiveMessage, firstSeq: number): void;
  /** A signal was stored; built only if somebody watches. */
  notice(signalId: string, signal: () => Signal): void;
  /** A flow was saved, published or switched. */
  moved(flowId: string): void;
  close(): void;
}

/**
 * Joins the live events of all processes. What is sent between them names what was stored, and is
 * read from the store where somebody watches: messages may be short, and need not be complete.
 */
export function shareLive(live: LiveBus, cluster: Cluster, db: Database): SharedLive {
  let othersWatchUntil = 0;
  const announce = () => {
    if (live.watched) cluster.send({ kind: 'watching' });
  };
  live.onWatched = announce;
  const repeating = setInterval(announce, REPEATED).unref();

  cluster.listen((message) => {
    if (message.kind === 'watching') othersWatchUntil = Date.now() + REMEMBERED;
    if (!live.watched) return;
    if (message.kind === 'run-moved') void publishRun(message).catch(missed);
    if (message.kind === 'flow-moved') void publishFlow(message.flowId).catch(missed);
    if (message.kind === 'signal-stored') void publishSignal(message.signalId).catch(missed);
  });

  async function publishRun({ runId, from, to }: { runId: string; from: number; to: number }) {
    const [found, events] = await Promise.all([findRun(db, runId), readEvents(db, runId)]);
    if (!found) return;
    live.publish({ name: 'run', data: { run: found.summary, events: events.slice(from, to) } });
  }

  async function publishSignal(signalId: string) {
    const signal = await findSignal(db, signalId);
    if (signal) live.publish({ name: 'signal', data: signal });
  }

  async function publishFlow(flowId: string) {
    const flow = live.watched ? await findFlow(db, flowId) : undefined;
    if (flow) live.publish({ name: 'flow', data: flowNews(flow) });
  }

  return {
    show: (data, firstSeq) => {
      if (live.watched) live.publish({ name: 'run', data });
      if (Date.now() > othersWatchUntil) return;
      const to = firstSeq + data.events.length;
      cluster.send({ kind: 'run-moved', runId: data.run.id, from: firstSeq, to });
    },
    notice: (signalId, signal) => {
      if (live.watched) live.publish({ name: 'signal', data: signal() });
      if (Date.now() <= othersWatchUntil) cluster.send({ kind: 'signal-stored', signalId });
    },
    moved: (flowId) => {
      cluster.send({ kind: 'flow-moved', flowId });
      void publishFlow(flowId).catch(missed);
    },
    close: () => clearInterval(repeating),
  };
}

function flowNews(flow: StoredFlow): FlowNews {
  return {
    flowId: flow.id,
    version: flow.version,
    updatedAt: new Date(flow.updated_at).toISOString(),
    updatedBy: flow.updated_by,
    enabled: flow.enabled,
    ...(flow.published_version !== null && { publishedVersion: flow.published_version }),
  };
}

/** Whoever watches reads the lists anew at the next event, or when they look again. */
function missed(): void {}
