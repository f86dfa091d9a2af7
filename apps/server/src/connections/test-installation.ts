import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Values } from '@sluice/schema';
import { createOutbound } from '../outbound/outbound.ts';
import { type Secrets, secretsOf } from '../secrets/secrets.ts';
import { deleteConnection, insertConnection } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import { eventually } from '../testing/eventually.ts';
import { type Connections, createConnections } from './connections.ts';
import { sealValues } from './sealed-values.ts';
import { CLIENT_SECRET, type TestPeer, deskConnector, startTestPeer } from './test-peer.ts';

/** An installation in memory with one connection, `c1`, to a peer of its own. Time stands still. */
export interface TestInstallation {
  readonly peer: TestPeer;
  readonly db: Database;
  readonly secrets: Secrets;
  readonly connections: Connections;
  /** Another process on the same database: it shares nothing with the first but that. */
  join(): Connections;
  /** Milliseconds; moves when it is set, and when a connection sleeps. */
  clock: number;
  /** How long connections have slept, milliseconds. */
  readonly slept: number[];
  /** Resolves once a connection has slept. */
  sleeps(): Promise<void>;
  /** Replaces a connection's values as the screens do. */
  store(values: Values, id?: string): Promise<void>;
  close(): Promise<void>;
}

/** With `shared`, processes can join; a connection that sleeps then yields, and does not move the clock. */
export async function openTestInstallation({ shared = false } = {}): Promise<TestInstallation> {
  const peer = await startTestPeer();
  const storage = openSqlite(':memory:');
  const outbound = createOutbound({ allow: [{ host: '127.0.0.1' }] });
  const secrets = secretsOf(randomBytes(32));
  const slept: number[] = [];
  const join = () =>
    createConnections({
      db: storage.db,
      secrets,
      outbound,
      connectors: [deskConnector],
      shared,
      now: () => installation.clock,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        if (shared) await delay(1);
        else installation.clock += milliseconds;
      },
    });
  const connections = join();
  const installation: TestInstallation = {
    peer,
    db: storage.db,
    secrets,
    connections,
    join,
    clock: Date.parse('2026-01-01T00:00:00Z'),
    slept,
    sleeps: () =>
      eventually(() => slept.length > 0 || undefined, 'a connection has slept').then(() => {}),
    async store(values, id = 'c1') {
      await deleteConnection(storage.db, id);
      await insertConnection(storage.db, {
        id,
        name: 'My desk',
        type: 'desk',
        sealed_values: sealValues(id, values, secrets),
        last_test: null,
        created_at: 0,
        updated_at: 0,
      });
      connections.forget(id);
    },
    async close() {
      await peer.close();
      await outbound.close();
      await storage.close();
    },
  };
  await installation.store({ address: peer.url, clientSecret: CLIENT_SECRET });
  return installation;
}
