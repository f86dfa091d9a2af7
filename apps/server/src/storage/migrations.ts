import { numbered, searching } from './search-tables.ts';
import { StorageError } from './storage-error.ts';

/** A statement for both databases, or one for each (none: nothing to do there). */
type Statement = string | { readonly sqlite?: string; readonly postgres?: string };

/**
 * The schema, one list of statements a version, in order, for both databases. A version that was
 * released is never changed; the next change is the next entry.
 */
export const migrations: readonly (readonly Statement[])[] = [
  [
    `create table users (
      id text primary key, name text not null, email text unique, kind text not null,
      role text not null, password_hash text, disabled integer not null, created_at bigint not null)`,
    `create table sessions (
      id text primary key, user_id text not null references users (id) on delete cascade,
      created_at bigint not null, last_seen_at bigint not null, expires_at bigint not null)`,
    `create index sessions_by_user on sessions (user_id)`,
    `create table api_keys (
      id text primary key, name text not null, key text not null unique, secret_hash text not null,
      user_id text not null references users (id) on delete cascade,
      created_at bigint not null, last_used_at bigint)`,
    `create table audit (
      id text primary key, at bigint not null, actor text not null, action text not null,
      subject text not null, detail text not null)`,
    `create table connections (
      id text primary key, name text not null, type text not null, sealed_values text not null,
      last_test text, created_at bigint not null, updated_at bigint not null)`,
    `create table connection_paces (
      connection_id text primary key, version integer not null, state text not null)`,
    `create table connection_tokens (
      connection_id text primary key, made_from text, sealed text, renew_at bigint,
      lease_owner text, lease_until bigint)`,
    `create table constants (id text primary key, name text not null unique, value text not null)`,
    `create table flows (
      id text primary key, name text not null, enabled integer not null, version integer not null,
      drawing text not null, published_version integer, published_at bigint,
      created_at bigint not null, created_by text not null,
      updated_at bigint not null, updated_by text not null, deleted_at bigint)`,
    `create table flow_versions (
      flow_id text not null, version integer not null, drawing text not null,
      created_at bigint not null, created_by text not null, published_at bigint,
      primary key (flow_id, version))`,
    `create table triggers (
      id text primary key, flow_id text not null, node_id text not null,
      generation integer not null, setup text, last_fired_at bigint, unique (flow_id, node_id))`,
    `create table signals (
      ${numbered}, trigger_id text, flow_id text, received_at bigint not null,
      outcome text not null, reason text, status_code integer not null, user_name text,
      request_id text, parent_id text, correlation text, title text not null,
      outputs text not null, payload text, content_type text, remote_address text)`,
    `create index signals_by_trigger on signals (trigger_id, correlation, received_at)`,
    `create index signals_that_parent on signals (trigger_id, correlation, received_at)
      where outcome = 'accepted' and correlation is not null`,
    `create index signals_by_parent on signals (parent_id) where parent_id is not null`,
    `create index signals_by_flow on signals (flow_id, id)`,
    `create index signals_not_accepted on signals (outcome, id) where outcome <> 'accepted'`,
    `create table deduplication (
      trigger_id text not null, key text not null, request_id text not null,
      expires_at bigint not null, primary key (trigger_id, key))`,
    `create index deduplication_by_expiry on deduplication (expires_at)`,
    `create table runs (
      ${numbered}, flow_id text not null, flow_version integer not null, signal_id text,
      trigger_id text not null, trigger_name text not null, status text not null,
      title text not null, test integer not null,
      started_at bigint not null, finished_at bigint, wake_at bigint, events integer not null,
      origin_run_id text, parent_run_id text, parent_node_id text, parent_key text, depth integer not null default 0,
      fence integer not null default 0, lease_owner text, lease_until bigint)`,
    `create index runs_by_flow on runs (flow_id, id)`,
    `create index runs_by_parent on runs (parent_run_id, parent_node_id) where parent_run_id is not null`,
    `create table run_endings (run_id text primary key, at bigint not null)`,
    `create index runs_open on runs (id) where finished_at is null`,
    `create index runs_failed on runs (id) where status = 'failed'`,
    `create index runs_failed_by_flow on runs (flow_id, id) where status = 'failed'`,
    `create index runs_cancelled on runs (id) where status = 'cancelled'`,
    `create index runs_of_tests on runs (flow_id, flow_version) where test = 1`,
    `create index runs_of_tests_by_id on runs (id) where test = 1`,
    `create table run_events (
      run_id text not null, seq integer not null, event text not null,
      primary key (run_id, seq)) `,
    `create table settings (name text primary key, value text not null)`,
    ...searching,
  ],
  [`alter table flows add column tags text not null default '[]'`],
  [`alter table runs add column only_node_id text`],
  [
    `alter table flow_versions add column note text`,
    `alter table flow_versions add column changes text`,
  ],
];

/** The statements of the versions after one, for one kind of database. */
export function migrationsAfter(
  version: number,
  kind: 'sqlite' | 'postgres',
): readonly (readonly string[])[] {
  return migrations.slice(version).map((statements) =>
    statements.flatMap((statement) => {
      const own = typeof statement === 'string' ? statement : statement[kind];
      return own === undefined ? [] : [own];
    }),
  );
}

/** Throws a `StorageError` when a database has a version that this list does not know. */
export function refuseNewer(version: number): void {
  if (version <= migrations.length) return;
  throw new StorageError(
    `The database was written by a newer version of Sluice (schema ${version}, this one knows ${migrations.length}). Start that version instead.`,
  );
}
