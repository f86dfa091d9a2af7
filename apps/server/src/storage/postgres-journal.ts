import { createHash } from 'node:crypto';
import { type Decided, type Ledger, decideAcceptance } from './decide-acceptance.ts';
import { type Decision, acceptanceOf, written } from './written-candidate.ts';
import { decideBeginning } from './decide-beginning.ts';
import { type JournalRows, rowsOfEntry, rowsOfRejection } from './journal-rows.ts';
import type {
  Acceptance,
  Begun,
  Journal,
  RejectedSignal,
  RunBeginning,
  RunEntry,
  SignalCandidate,
} from './journal.ts';
import { LostRun } from './lost-run.ts';
import { PostgresCommit } from './postgres-commit.ts';
import { type Inquiry, PostgresLedger } from './postgres-ledger.ts';
import type { PostgresPool, PostgresSession } from './postgres-pool.ts';
import { writeJournal } from './postgres-writes.ts';
import { sizeOfEntry, writtenEntry } from './written-entry.ts';

interface Work {
  /** What its decisions depend on; none: they depend on nothing. */
  readonly inquiries: readonly Inquiry[];
  /** Decided one after another, each knowing of those before. */
  readonly decisions: readonly ((ledger: Ledger) => Decided<unknown>)[];
  /** The run that its rows belong to, if it is still the writer's. */
  readonly entry?: RunEntry;
}

/** Sets the locks of triggers apart from whatever else is locked in the database. */
const TRIGGER_LOCKS = 0x5106;

/**
 * The journal on PostgreSQL. A commit is one statement; only where a decision depends on what came
 * before (duplicates, floods) it is a transaction that locks the triggers, in every process.
 */
export class PostgresJournal implements Journal {
  readonly #pool: PostgresPool;
  readonly #commit = new PostgresCommit<Work>((work) => this.#store(work));

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  async accept(candidates: readonly SignalCandidate[]): Promise<readonly Acceptance[]> {
    const decisions = await this.#decide<Decision>(
      {
        inquiries: candidates,
        decisions: candidates
          .map(written)
          .map((each) => (ledger) => decideAcceptance(each, ledger)),
      },
      candidates.reduce((sum, { payload }) => sum + 2 * (payload?.length ?? 0), 0),
    );
    return candidates.map((each, index) => acceptanceOf(each, decisions[index] as Decision));
  }

  begin(beginnings: readonly RunBeginning[]): Promise<readonly Begun[]> {
    return this.#decide<Begun>({
      inquiries: beginnings.flatMap(inquiryOf),
      decisions: beginnings.map((each) => (ledger) => decideBeginning(each, ledger)),
    });
  }

  async reject(signal: RejectedSignal): Promise<void> {
    const rows = rowsOfRejection(signal);
    const work = { inquiries: [], decisions: [() => ({ result: undefined, rows })] };
    await this.#decide(work, signal.payload?.length);
  }

  async append(entry: RunEntry): Promise<void> {
    const written = writtenEntry(entry);
    const rows = rowsOfEntry(written);
    await this.#commit.run({
      work: { inquiries: [], decisions: [() => ({ result: undefined, rows })], entry },
      waits: false,
      touches: [entry.runId],
      alone: true,
      size: sizeOfEntry(written),
    });
  }

  #decide<Result>(work: Work, size = 0): Promise<readonly Result[]> {
    const guarded = work.inquiries.filter(isGuarded);
    return this.#commit.run({
      work,
      waits: guarded.length > 0,
      touches: guarded.map(({ triggerUrlId }) => triggerUrlId),
      alone: false,
      size,
    });
  }

  async #store(work: readonly Work[]): Promise<readonly unknown[]> {
    const guarded = work.flatMap(({ inquiries }) => inquiries).filter(isGuarded);
    const session = await this.#pool.connect();
    try {
      if (guarded.length === 0) return await write(session, work, new PostgresLedger());
      try {
        await session.query(`begin; ${lockingOf(guarded)}`);
        const results = await write(session, work, await PostgresLedger.read(session, guarded));
        await session.query('commit');
        return results;
      } catch (error) {
        await session.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      session.release();
    }
  }
}

async function write(
  session: PostgresSession,
  work: readonly Work[],
  ledger: PostgresLedger,
): Promise<readonly unknown[]> {
  const rows: JournalRows[] = [];
  const results = work.map(({ decisions }) =>
    decisions.map((decide) => {
      const decided = decide(ledger);
      ledger.note(decided.rows);
      rows.push(decided.rows);
      return decided.result;
    }),
  );
  const entries = work.flatMap(({ entry }) => entry ?? []);
  const moved = await writeJournal(session, { rows, entries });
  return work.map(({ entry }, index) =>
    entry && !moved.has(entry.runId) ? new LostRun(entry.runId) : results[index],
  );
}

function inquiryOf({ start, key }: RunBeginning): Inquiry[] {
  if (!key) return [];
  const receivedAt = Date.parse(start.at);
  return [{ triggerUrlId: key.triggerUrlId, deduplication: [key.key], receivedAt }];
}

/** Whether what is decided depends on what came before. */
function isGuarded({ deduplication, flood }: Inquiry): boolean {
  return deduplication.length > 0 || flood !== undefined;
}

/** Takes the triggers' locks until the transaction ends, in one order everywhere: so nobody waits in a ring. */
function lockingOf(inquiries: readonly Inquiry[]): string {
  const triggers = new Set(inquiries.map(({ triggerUrlId }) => triggerUrlId));
  const numbers = new Set([...triggers].map(lockOf));
  const locks = [...numbers]
    .sort((one, other) => one - other)
    .map((number) => `pg_advisory_xact_lock(${TRIGGER_LOCKS}, ${number})`);
  return `select ${locks.join(', ')}`;
}

/** Two triggers with the same number only wait for each other without need. */
function lockOf(triggerUrlId: string): number {
  return createHash('sha256').update(triggerUrlId).digest().readInt32BE();
}
