import {
  type Decision,
  type WrittenCandidate,
  acceptanceOf,
  written,
} from './written-candidate.ts';
import type { GroupCommit } from './group-commit.ts';
import { rowsOfRejection } from './journal-rows.ts';
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
import { sizeOfEntry, writtenEntry } from './written-entry.ts';

/** The journal on SQLite: what is written as text already, in group commits. */
export class SqliteJournal implements Journal {
  readonly #commit: GroupCommit;

  constructor(commit: GroupCommit) {
    this.#commit = commit;
  }

  async accept(candidates: readonly SignalCandidate[]): Promise<readonly Acceptance[]> {
    const work = { kind: 'accept', candidates: candidates.map(written) } as const;
    const decisions = await this.#commit.run<readonly Decision[]>(work, sizeOf(work.candidates));
    return candidates.map((each, index) => acceptanceOf(each, decisions[index] as Decision));
  }

  begin(beginnings: readonly RunBeginning[]): Promise<readonly Begun[]> {
    return this.#commit.run({ kind: 'begin', beginnings });
  }

  reject(signal: RejectedSignal): Promise<void> {
    const work = { kind: 'reject', rows: rowsOfRejection(signal) } as const;
    return this.#commit.run(work, signal.payload?.length);
  }

  async append(entry: RunEntry): Promise<void> {
    const written = writtenEntry(entry);
    const work = { kind: 'append', entry: written } as const;
    const moved = await this.#commit.run(work, sizeOfEntry(written));
    // Somebody else has written since: this run is not ours any more, or was deleted.
    if (moved === false) throw new LostRun(entry.runId);
  }
}

function sizeOf(candidates: readonly WrittenCandidate[]): number {
  return candidates.reduce(
    (sum, { outputs, payload = '' }) => sum + outputs.length + payload.length,
    0,
  );
}
