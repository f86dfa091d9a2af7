import type { Generated, Kysely, Selectable } from 'kysely';

/**
 * The tables, as the queries see them. Times are integers, milliseconds since 1970, UTC; JSON is
 * text; booleans are 0 or 1: so the same queries run on SQLite and on PostgreSQL.
 */
export interface Tables {
  users: UsersTable;
  sessions: SessionsTable;
  api_keys: ApiKeysTable;
  audit: AuditTable;
  connections: ConnectionsTable;
  connection_paces: ConnectionPacesTable;
  connection_tokens: ConnectionTokensTable;
  constants: ConstantsTable;
  flows: FlowsTable;
  flow_versions: FlowVersionsTable;
  triggers: TriggersTable;
  signals: SignalsTable;
  deduplication: DeduplicationTable;
  runs: RunsTable;
  run_endings: RunEndingsTable;
  run_events: RunEventsTable;
  unindexed: UnindexedTable;
  settings: SettingsTable;
}

export type Database = Kysely<Tables>;

export type RunRow = Selectable<RunsTable>;
export type TriggerRow = Selectable<TriggersTable>;

export interface UsersTable {
  id: string;
  name: string;
  /** Lower case; null for integration users. */
  email: string | null;
  kind: 'person' | 'integration';
  role: 'admin' | 'builder' | 'operator' | 'viewer';
  password_hash: string | null;
  disabled: number;
  created_at: number;
}

export interface SessionsTable {
  /** SHA-256 of the cookie's token, hex. */
  id: string;
  user_id: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
}

export interface ApiKeysTable {
  id: string;
  name: string;
  /** The public half. */
  key: string;
  /** SHA-256 of the secret half, hex: the secret is random and long, so a slow hash adds nothing. */
  secret_hash: string;
  user_id: string;
  created_at: number;
  last_used_at: number | null;
}

export interface AuditTable {
  id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail: string;
}

export interface ConnectionsTable {
  id: string;
  name: string;
  type: string;
  /** The values, encrypted: see `secrets/`. */
  sealed_values: string;
  last_test: string | null;
  created_at: number;
  updated_at: number;
}

/** When each connection may send, for processes that share the database. */
export interface ConnectionPacesTable {
  connection_id: string;
  /** Goes up with each change, so that nobody overwrites what somebody else has just written. */
  version: number;
  /** PaceState as JSON. */
  state: string;
}

/** The authorisation that processes share, and which of them is getting a new one. */
export interface ConnectionTokensTable {
  connection_id: string;
  /** Of which values it was made: a hash of them as they are sealed. Null while there is none. */
  made_from: string | null;
  /** Authorization as JSON, encrypted: see `secrets/`. */
  sealed: string | null;
  /** Null for one that lasts. */
  renew_at: number | null;
  lease_owner: string | null;
  lease_until: number | null;
}

export interface ConstantsTable {
  id: string;
  name: string;
  value: string;
}

export interface FlowsTable {
  id: string;
  name: string;
  enabled: number;
  version: number;
  /** FlowDrawing as JSON. */
  drawing: string;
  published_version: number | null;
  published_at: number | null;
  created_at: number;
  created_by: string;
  updated_at: number;
  updated_by: string;
  deleted_at: number | null;
  /** A list of words as JSON. */
  tags: Generated<string>;
}

/** Drawings that runs name: every published one, and the drafts that were tested. Never changed. */
export interface FlowVersionsTable {
  flow_id: string;
  version: number;
  drawing: string;
  created_at: number;
  created_by: string;
  /** Null for a draft that was only tested. */
  published_at: number | null;
  note: string | null;
  /** See `ChangeSummary`; JSON. */
  changes: string | null;
}

/** One row for each trigger node that ever had a URL. */
export interface TriggersTable {
  /** The id in the URL. */
  id: string;
  flow_id: string;
  node_id: string;
  /** Goes up when the URL's key is rotated; the key itself is derived, never stored. */
  generation: number;
  /** TriggerSetup as JSON. */
  setup: string | null;
  /** The newest time of its schedule that was dealt with. */
  last_fired_at: Generated<number | null>;
}

export interface SignalsTable {
  id: string;
  trigger_id: string | null;
  flow_id: string | null;
  received_at: number;
  outcome: 'accepted' | 'duplicate' | 'suppressed' | 'rejected';
  reason: string | null;
  status_code: number;
  user_name: string | null;
  request_id: string | null;
  parent_id: string | null;
  /** What flood control compares; null where it does not apply. */
  correlation: string | null;
  title: string;
  outputs: string;
  payload: string | null;
  content_type: string | null;
  remote_address: string | null;
}

export interface DeduplicationTable {
  trigger_id: string;
  key: string;
  request_id: string;
  expires_at: number;
}

export interface RunsTable {
  id: string;
  flow_id: string;
  flow_version: number;
  signal_id: string | null;
  trigger_id: string;
  /** What the trigger was called in that version. */
  trigger_name: string;
  status: 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled';
  title: string;
  test: number;
  started_at: number;
  finished_at: number | null;
  /** When a waiting run is due. */
  wake_at: number | null;
  /** How many events are stored: the next one's `seq`. */
  events: number;
  /** The one step that it tests. */
  only_node_id: string | null;
  /** The run that this one repeats. */
  origin_run_id: string | null;
  /** The run, and the node in it, that called this one and wait for its end. */
  parent_run_id: string | null;
  parent_node_id: string | null;
  /** Which of that node's calls this is. */
  parent_key: string | null;
  /** How many calls lie between this run and one that a signal started. */
  depth: Generated<number>;
  /** Goes up each time a process takes the run up; only the newest holder may write. */
  fence: Generated<number>;
  /** The process that advances the run, and until when it may be believed to. */
  lease_owner: string | null;
  lease_until: number | null;
}

/** Runs that ended and whose ending has still to be told: to the run that called, to failure triggers. */
export interface RunEndingsTable {
  run_id: string;
  at: number;
}

export interface RunEventsTable {
  run_id: string;
  seq: number;
  /** RunEvent as JSON. */
  event: string;
}

/** Rows whose words are still to be indexed for searching; the database itself adds to it. */
export interface UnindexedTable {
  number: Generated<number | string>;
  kind: 'runs' | 'signals';
  id: string;
}

/** Small facts about the installation, such as the check value of the secret key. */
export interface SettingsTable {
  name: string;
  value: string;
}
