import type { FlowNews, LiveMessage, Signal, Visitors } from '@sluice/schema';

interface LiveListener {
  readonly onState: (state: 'connecting' | 'live') => void;
  readonly onRuns: (messages: readonly LiveMessage[]) => void;
  readonly onSignals: (signals: readonly Signal[]) => void;
  readonly onFlow: (news: FlowNews) => void;
  readonly onVisitors: (visitors: Visitors) => void;
  /** From now on news comes. What was fetched before may have missed some: that is not sent again. */
  readonly onOpen: (isAgain: boolean) => void;
}

/** News is handed over in handfuls, so that a burst draws the screen a few times and not a thousand. */
const GATHER_MS = 80;
const REOPEN_MS = 3000;

/**
 * Listens to the server's event stream until the returned function is called. A stream that ends
 * is opened again. A hidden page lets go of it: browsers share few connections among all tabs.
 */
export function openLiveStream(url: string, listener: LiveListener): () => void {
  let source: EventSource | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;
  let runs: LiveMessage[] = [];
  let signals: Signal[] = [];

  function handOver() {
    gathering = undefined;
    if (runs.length > 0) listener.onRuns(runs);
    if (signals.length > 0) listener.onSignals(signals);
    runs = [];
    signals = [];
  }

  function gather() {
    gathering ??= setTimeout(handOver, GATHER_MS);
  }

  function open() {
    close();
    listener.onState('connecting');
    source = new EventSource(url);
    source.addEventListener('open', () => {
      listener.onState('live');
      listener.onOpen(wasOpen);
      wasOpen = true;
    });
    source.addEventListener('run', (event: MessageEvent<string>) => {
      runs.push(JSON.parse(event.data) as LiveMessage);
      gather();
    });
    source.addEventListener('signal', (event: MessageEvent<string>) => {
      signals.push(JSON.parse(event.data) as Signal);
      gather();
    });
    source.addEventListener('flow', (event: MessageEvent<string>) =>
      listener.onFlow(JSON.parse(event.data) as FlowNews),
    );
    source.addEventListener('visitors', (event: MessageEvent<string>) =>
      listener.onVisitors(JSON.parse(event.data) as Visitors),
    );
    source.addEventListener('error', () => {
      listener.onState('connecting');
      if (source?.readyState === EventSource.CLOSED) reopening = setTimeout(open, REOPEN_MS);
    });
  }

  function close() {
    source?.close();
    source = undefined;
    clearTimeout(reopening);
  }

  function followVisibility() {
    if (document.visibilityState === 'hidden') close();
    else if (!source) open();
  }

  followVisibility();
  document.addEventListener('visibilitychange', followVisibility);
  return () => {
    document.removeEventListener('visibilitychange', followVisibility);
    clearTimeout(gathering);
    close();
  };
}
