import type { RunEvent } from '@sluice/schema';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/** A run's whole history, in order. */
export async function readEvents(db: Database, runId: string): Promise<RunEvent[]> {
  const rows = await db
    .selectFrom('run_events')
    .select('event')
    .where('run_id', '=', runId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.parse(row.event) as RunEvent);
}

/**
 * The newest event of a run that holds what a node was given, or what it brought; for a trigger, the
 * run's beginning. Only the heads of the others are read, however large they are.
 */
export async function readValuesEvent(
  db: Database,
  { runId, nodeId, part }: { runId: string; nodeId: string; part: 'inputs' | 'outputs' },
): Promise<RunEvent | undefined> {
  const heads = await db
    .selectFrom('run_events')
    .select(['seq', sql<string>`substr(event, 1, ${HEAD})`.as('head')])
    .where('run_id', '=', runId)
    .orderBy('seq')
    .execute();
  const type = part === 'inputs' ? 'step.started' : 'step.succeeded';
  const found =
    heads.findLast(({ head }) => head.startsWith(`{"type":"${type}"`) && isAbout(head, nodeId)) ??
    (part === 'outputs' ? heads[0] : undefined);
  const row =
    found &&
    (await db
      .selectFrom('run_events')
      .select('event')
      .where('run_id', '=', runId)
      .where('seq', '=', found.seq)
      .executeTakeFirst());
  return row && (JSON.parse(row.event) as RunEvent);
}

/** Characters of an event in which its type, its time and its node stand. */
const HEAD = 200;

function isAbout(head: string, nodeId: string): boolean {
  return /^\{"type":"[a-z.]+","at":"[^"]*","nodeId":"([\w-]+)"/.exec(head)?.[1] === nodeId;
}
