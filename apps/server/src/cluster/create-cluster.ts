import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { LocalQueue } from '../runs/local-queue.ts';
import type { Advance, RunQueue } from '../runs/run-queue.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { findBeginnings } from '../storage/runs.ts';
import { keepSetting } from '../storage/settings.ts';
import { type Cluster, alone } from './cluster.ts';
import { PostgresLeases } from './postgres-leases.ts';
import { type RunLeases, unleased } from './run-leases.ts';

/** What a single process and one of many do differently. */
export interface Membership {
  readonly cluster: Cluster;
  readonly leases: RunLeases;
  readonly queueOf: (advance: Advance) => RunQueue;
  /** Milliseconds between two looks for runs that nobody advances. */
  readonly sweepMs: number;
}

type ClusterConfig = Pick<Config, 'databaseUrl' | 'redisUrl' | 'role' | 'runsAtOnce'>;

/** Alone, what nobody advances was forgotten by a bug; among many, its process was killed. */
const SWEEP_ALONE = 30_000;
const SWEEP_TOGETHER = 2000;

/** Joins the other processes on the same PostgreSQL; alone on SQLite. */
export async function createCluster(
  config: ClusterConfig,
  db: Database,
  logger: Logger,
): Promise<Membership> {
  const { databaseUrl, redisUrl, role, runsAtOnce } = config;
  if (databaseUrl === undefined) {
    return {
      cluster: alone,
      leases: unleased,
      queueOf: (advance) =>
        new LocalQueue(advance, {
          atOnce: runsAtOnce,
          readKnown: (runIds) => findBeginnings(db, runIds),
        }),
      sweepMs: SWEEP_ALONE,
    };
  }
  // Only here, as their libraries are large and most processes are alone.
  const { BullQueue } = await import('./bull-queue.ts');
  const { PostgresCluster } = await import('./postgres-cluster.ts');
  const owner = randomUUID();
  // Several installations may share one Redis.
  const installation = await keepSetting(db, 'installation', newId());
  return {
    cluster: await PostgresCluster.open({ url: databaseUrl, owner, logger }),
    leases: new PostgresLeases(db, { owner, logger }),
    queueOf: (advance) =>
      new BullQueue(advance, {
        databaseUrl,
        ...(redisUrl !== undefined && {
          redis: { url: redisUrl, prefix: `sluice-${installation}` },
        }),
        atOnce: role === 'web' ? 0 : runsAtOnce,
        logger,
      }),
    sweepMs: SWEEP_TOGETHER,
  };
}
