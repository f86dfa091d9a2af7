import { randomBytes } from 'node:crypto';
import type { Values } from '@sluice/schema';
import { createOutbound } from '../outbound/outbound.ts';
import { type Secrets, secretsOf } from '../secrets/secrets.ts';
import { deleteConnection, insertConnection } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { openSqlite } from '../storage/open-sqlite.ts';
import { type Connections, createConnections } from './connections.ts';
import { sealValues } from './sealed-values.ts';
import { CLIENT_SECRET, type TestPeer, deskConnector, startTestPeer } from './test-peer.ts';

/** An installation in memory with one connection, `c1`, to a peer of its own. Time stands still. */
export interface TestInstallation {
  readonly peer: TestPeer;
  readonly db: Database;
  readonly secrets: Secrets;
  readonly connections: Connections;
  /** Milliseconds; moves when it is set, and when a connection sleeps. */
  clock: number;
  /** How long connections have slept, milliseconds. */
  readonly slept: number[];
  /** Replaces a connection's values as the screens do. */
  store(values: Values, id?: string): Promise<void>;
  close(): Promise<void>;
}

export async function openTestInstallation(): Promise<TestInstallation> {
  const peer = await startTestPeer();
  const storage = openSqlite(':memory:');
  const outbound = createOutbound({ allow: [{ host: '127.0.0.1' }] });
  const secrets = secretsOf(randomBytes(32));
  const slept: number[] = [];
  const connections = createConnections({
    db: storage.db,
    secrets,
    outbound,
    connectors: [deskConnector],
    now: () => installation.clock,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      installation.clock += milliseconds;
    },
  });
  const installation: TestInstallation = {
    peer,
    db: storage.db,
    secrets,
    connections,
    clock: Date.parse('2026-01-01T00:00:00Z'),
    slept,
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
