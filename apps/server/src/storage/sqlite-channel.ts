import type { WrittenCandidate } from './written-candidate.ts';
import type { JournalRows } from './journal-rows.ts';
import type { RunBeginning } from './journal.ts';
import type { WrittenEntry } from './written-entry.ts';

/** A SQLite database, wherever it is worked on. What is asked first is done first. */
export interface SqliteChannel {
  /** Runs one statement. Rejects with the database's own error and `code`. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer>;
  /** Stores a batch of work in one transaction; what is at fault in it fails alone. */
  commit(batch: readonly JournalWork[]): Promise<readonly WorkEnd[]>;
  close(): Promise<void>;
}

export interface QueryAnswer {
  readonly rows: readonly unknown[];
  /** How many rows were written, unless the statement reads. */
  readonly changes?: number;
  readonly lastInsertRowid?: number | bigint;
}

/** One call of the journal, fit to be sent to another thread. */
export type JournalWork =
  /** Results in decisions. */
  | { readonly kind: 'accept'; readonly candidates: readonly WrittenCandidate[] }
  /** Results in what has begun. */
  | { readonly kind: 'begin'; readonly beginnings: readonly RunBeginning[] }
  /** Results in whether the run was still the writer's. */
  | { readonly kind: 'append'; readonly entry: WrittenEntry }
  | { readonly kind: 'reject'; readonly rows: JournalRows };

export type WorkEnd = { readonly result: unknown } | { readonly error: unknown };
