import { type Decision, acceptanceOf, written } from './written-candidate.ts';
import type { GroupCommit } from './group-commit.ts';
import { rowsOfEntry, rowsOfRejection } from './journal-rows.ts';
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

/** The journal on SQLite: what is written as text already, in group commits. */
export class SqliteJournal implements Journal {
  readonly #commit: GroupCommit;

  constructor(commit: GroupCommit) {
    this.#commit = commit;
  }

  async accept(candidates: readonly SignalCandidate[]): Promise<readonly Acceptance[]> {
    const work = { kind: 'accept', candidates: candidates.map(written) } as const;
    const decisions = await this.#commit.run<readonly Decision[]>(work);
    return candidates.map((each, index) => acceptanceOf(each, decisions[index] as Decision));
  }

  begin(beginnings: readonly RunBeginning[]): Promise<readonly Begun[]> {
    return this.#commit.run({ kind: 'begin', beginnings });
  }

  reject(signal: RejectedSignal): Promise<void> {
    return this.#commit.run({ kind: 'reject', rows: rowsOfRejection(signal) });
  }

  async append(entry: RunEntry): Promise<void> {
    const { runId, fence, firstSeq, status, finishedAt, wakeAt } = entry;
    const events = firstSeq + entry.events.length;
    const move = { runId, fence, firstSeq, events, status, finishedAt, wakeAt };
    const moved = await this.#commit.run({ kind: 'append', move, rows: rowsOfEntry(entry) });
    // Somebody else has written since: this run is not ours any more, or was deleted.
    if (moved === false) throw new LostRun(runId);
  }
}
