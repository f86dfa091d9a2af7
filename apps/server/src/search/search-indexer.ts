import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';
import { wordRun } from '../storage/runs.ts';
import { wordSignal } from '../storage/signals.ts';
import { type Unindexed, listUnindexed, removeUnindexed } from '../storage/unindexed.ts';
import { type Searched, type Worded, wordSearchOf } from '../storage/word-search.ts';

export interface IndexerNeeds {
  readonly db: Database;
  readonly logger: Logger;
  /** Whether runs are under way that should not be held up. */
  readonly isBusy: () => boolean;
}

/** Rows whose words are kept in one transaction. */
const BATCH = 25;
/** Milliseconds until it looks again when what there was did not fill a batch: gathered, it is seldom in the way. */
const IDLE = 1000;
/** How long it rests after a batch, as a multiple of what the batch took. */
const REST = { busy: 20, quiet: 2 };

/** Keeps the words of what has changed, a few rows at a time, so that they can be searched. */
export class SearchIndexer {
  readonly #needs: IndexerNeeds;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(needs: IndexerNeeds) {
    this.#needs = needs;
  }

  start(): void {
    this.#next(0);
  }

  /** Waits for the batch that is being stored. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  #next(pause: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => (this.#working = this.#work()), pause).unref();
  }

  async #work(): Promise<void> {
    const { db, logger, isBusy } = this.#needs;
    const began = performance.now();
    try {
      const count = await indexBatch(db);
      const took = performance.now() - began;
      this.#next(count < BATCH ? IDLE : took * (isBusy() ? REST.busy : REST.quiet));
    } catch (error) {
      logger.warn(
        { err: error },
        'what changed could not be made searchable yet; tried again soon',
      );
      this.#next(IDLE * 5);
    }
  }
}

/** Keeps the words of the oldest changes; returns how many there were. */
export async function indexBatch(db: Database): Promise<number> {
  const changes = await listUnindexed(db, BATCH);
  if (changes.length === 0) return 0;
  const runs = await worded(changes, 'runs', (id) => wordRun(db, id));
  const signals = await worded(changes, 'signals', (id) => wordSignal(db, id));
  await db.transaction().execute(async (transaction) => {
    const search = wordSearchOf(db);
    await search.put(transaction, 'runs', runs);
    await search.put(transaction, 'signals', signals);
    await removeUnindexed(
      transaction,
      changes.map(({ number }) => number),
    );
  });
  return changes.length;
}

async function worded(
  changes: readonly Unindexed[],
  kind: Searched,
  read: (id: string) => Promise<Worded | undefined>,
): Promise<readonly Worded[]> {
  const ids = new Set(changes.filter((change) => change.kind === kind).map(({ id }) => id));
  const documents: Worded[] = [];
  // In one order everywhere, so that two processes never wait for one another.
  for (const id of [...ids].toSorted()) {
    const document = await read(id);
    if (document) documents.push(document);
  }
  return documents;
}
