/**
 * The key of a table that can be searched. On SQLite rows have a number as well, which its full-text
 * tables name them by; it costs nothing there, as every row has one anyway.
 */
export const numbered = 'number integer primary key, id text not null unique';

/** The same on PostgreSQL, which names rows by their id alone. */
export function withoutNumber(statement: string): string {
  return statement.replace(numbered, 'id text primary key');
}

/** The tables that make runs and signals searchable, and what notes in the database that they changed. */
export const searching = [
  {
    sqlite: `create table unindexed (number integer primary key, kind text not null, id text not null)`,
    postgres: `create table unindexed (
      number bigint generated always as identity primary key, kind text not null, id text not null)`,
  },
  ...['runs', 'signals'].map((kind) => ({
    // Words come ready: parted by spaces, in small letters.
    sqlite: `create virtual table ${kind}_words using fts5 (
      words, content = '', contentless_delete = 1, detail = none, columnsize = 1, tokenize = 'ascii')`,
    postgres: `create table ${kind}_words (id text primary key, words tsvector not null)`,
  })),
  ...['runs', 'signals'].map((kind) => ({
    postgres: `create index ${kind}_words_by_word on ${kind}_words using gin (words)`,
  })),
  {
    sqlite: `create trigger runs_change after update of status on runs when new.status <> 'running'
      begin insert into unindexed (kind, id) values ('runs', new.id); end`,
  },
  {
    sqlite: `create trigger signals_arrive after insert on signals
      begin insert into unindexed (kind, id) values ('signals', new.id); end`,
  },
  {
    postgres: `create function note_unindexed() returns trigger language plpgsql as $$
      begin insert into unindexed (kind, id) values (tg_argv[0], new.id); return null; end $$`,
  },
  {
    postgres: `create trigger runs_change after update on runs for each row
      when (new.status <> 'running' and new.events <> old.events)
      execute function note_unindexed('runs')`,
  },
  {
    postgres: `create trigger signals_arrive after insert on signals for each row
      execute function note_unindexed('signals')`,
  },
];
