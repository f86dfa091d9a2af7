import { type RunAnswer, type RunEvent, foldRun, isOver } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { readEvents } from '../storage/run-events.ts';
import type { LiveBus } from './live-bus.ts';

/** What a sender that waited was told. */
export type Awaited =
  | { readonly kind: 'answered'; readonly answer: RunAnswer }
  /** The run ended and said nothing. */
  | { readonly kind: 'ended'; readonly status: 'succeeded' | 'failed' | 'cancelled' }
  /** It took longer than the sender was to be kept waiting; the run goes on. */
  | { readonly kind: 'late' };

/** Milliseconds between two looks at what is stored. */
const LOOK_EVERY = 500;

/** Waits for what a run answers, or for its end, up to `seconds`. */
export async function awaitAnswer(
  runId: string,
  seconds: number,
  { live, db }: { readonly live: LiveBus; readonly db: Database },
): Promise<Awaited> {
  let tell: (awaited: Awaited | 'look') => void = () => {};
  const told = new Promise<Awaited | 'look'>((resolve) => (tell = resolve));
  const unsubscribe = live.subscribe(({ name, data }) => {
    if (name !== 'run' || data.run.id !== runId) return;
    const answer = answerIn(data.events);
    if (answer) tell({ kind: 'answered', answer });
    else if (isOver(data.run.status)) tell('look');
  });
  const timer = setTimeout(() => tell('look'), seconds * 1000);
  // It may have answered before anybody listened, and another process may not know yet who listens.
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
  async function look(): Promise<void> {
    const found = await stored(runId, db);
    if (found.kind !== 'late') tell(found);
  }
  try {
    await look();
    const first = await told;
    return first === 'look' ? await stored(runId, db) : first;
  } finally {
    clearTimeout(timer);
    clearInterval(looking);
    unsubscribe();
  }
}

async function stored(runId: string, db: Database): Promise<Awaited> {
  const events = await readEvents(db, runId);
  const run = events.length > 0 ? foldRun(events) : undefined;
  if (run?.answer) return { kind: 'answered', answer: run.answer };
  if (run?.status === 'succeeded' || run?.status === 'failed' || run?.status === 'cancelled') {
    return { kind: 'ended', status: run.status };
  }
  return { kind: 'late' };
}

function answerIn(events: readonly RunEvent[]): RunAnswer | undefined {
  for (const event of events)
    if (event.type === 'step.succeeded' && event.answer) return event.answer;
  return undefined;
}
