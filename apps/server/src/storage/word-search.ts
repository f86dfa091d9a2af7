import { PostgresAdapter, type RawBuilder, type SqlBool } from 'kysely';
import type { Database } from './database.ts';
import { postgresWords } from './postgres-words.ts';
import { sqliteWords } from './sqlite-words.ts';
import { wordsIn } from './words-of.ts';

/** What can be found by its words. */
export type Searched = 'runs' | 'signals';

/** Something with the words it is found by. */
export interface Worded {
  readonly id: string;
  readonly words: readonly string[];
}

/** What is looked for in the index of words. */
export interface WordQuery {
  /** All of them must be there. */
  readonly terms: readonly Term[];
  /** Or this one alone. */
  readonly or?: Term;
  /** What else must be true of the row, such as `runs.flow_id = …`. */
  readonly conditions: readonly RawBuilder<SqlBool>[];
  /** Only ids from this one on. */
  readonly since?: string | undefined;
  /** Only ids before this one. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface Term {
  readonly word: string;
  /** Longer words that begin with it count as well. */
  readonly prefix: boolean;
}

/** The index of words of one kind of database. Filled in the background: see `search/`. */
export interface WordSearch {
  /** Keeps the words of each, in place of those it had. What is not stored any more is passed over. */
  put(db: Database, kind: Searched, documents: readonly Worded[]): Promise<void>;
  /** To be called before the rows themselves go. */
  remove(db: Database, kind: Searched, ids: readonly string[]): Promise<void>;
  /** The ids of what fits, newest first. */
  find(db: Database, kind: Searched, query: WordQuery): Promise<string[]>;
}

/** The index of words that goes with a database. */
export function wordSearchOf(db: Database): WordSearch {
  return db.getExecutor().adapter instanceof PostgresAdapter ? postgresWords : sqliteWords;
}

/** Shorter words would be the beginning of too many others. */
const SHORTEST_PREFIX = 3;

/** What a person typed, and what else narrows the list. */
export interface TextQuery extends Omit<WordQuery, 'terms'> {
  /** The last one of the page before. */
  readonly cursor?: string | undefined;
  readonly text: string;
  /** See `mark`. */
  readonly marks: readonly Term[];
}

/**
 * The ids of what holds all words of a text, newest first. Where those do not fill a page, words that
 * only begin like them count as well: going through all of these takes longer.
 */
export async function findText(
  db: Database,
  kind: Searched,
  { text, marks, cursor, ...query }: TextQuery,
): Promise<string[]> {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  const search = wordSearchOf(db);
  const find = (isWhole: boolean, before = query.before) => {
    const terms = words.map((word) => ({
      word,
      prefix: !isWhole && word.length >= SHORTEST_PREFIX,
    }));
    return search.find(db, kind, { ...query, before, terms: [...terms, ...marks] });
  };
  // The first page decides for those after it, so that none is left out in between.
  const whole = await find(true);
  const isWhole = whole.length >= query.limit;
  if (isWhole && cursor === undefined) return whole;
  return find(isWhole, earlier(cursor, query.before));
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** A term for something that is no word of a text, such as a state: it cannot be typed. */
export function mark(name: string, value: string): Term {
  return { word: `§${name}${value.toLowerCase()}`, prefix: false };
}
