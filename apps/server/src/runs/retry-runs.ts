import { type BulkRetry, type User, isoTime } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { type RunFilter, findRun, listRuns } from '../storage/runs.ts';
import type { RunDispatcher } from './run-dispatcher.ts';

/** Runs that one call retries at most. */
export const MOST_RETRIED = 1000;
/** Runs that are reopened at the same time. */
const AT_ONCE = 8;

/** Which runs are to be retried: named ones, or those that failed and fit a filter. */
export type RetryWish =
  | { readonly ids: readonly string[] }
  | { readonly filter: Omit<RunFilter, 'status' | 'limit'> };

/** Which runs somebody wished for, as the audit log tells it. */
export function describeWish(wish: RetryWish): string {
  if ('ids' in wish) return `Chosen one by one: ${wish.ids.length}.`;
  const { flowId, triggerId, q, from, to } = wish.filter;
  const marks = [
    flowId && `flow ${flowId}`,
    triggerId && `trigger ${triggerId}`,
    q && `“${q}”`,
    from !== undefined && `after ${isoTime(from)}`,
    to !== undefined && `before ${isoTime(to)}`,
  ].filter(Boolean);
  return marks.length === 0 ? 'All that failed.' : `All that failed: ${marks.join(', ')}.`;
}

/** Has many runs go on from what failed, and says of each that cannot why not. */
export async function retryRuns(
  wish: RetryWish,
  user: Pick<User, 'name'>,
  { db, dispatcher }: { readonly db: Database; readonly dispatcher: RunDispatcher },
): Promise<BulkRetry> {
  const found = 'ids' in wish ? { ids: [...new Set(wish.ids)] } : await failedRuns(db, wish.filter);
  const refused: { id: string; why: string }[] = [];
  const rest = [...found.ids];
  async function work(): Promise<void> {
    for (let id = rest.shift(); id !== undefined; id = rest.shift()) {
      const known = await findRun(db, id);
      const why = known ? await dispatcher.retry(id, user.name) : 'There is no such run.';
      if (why !== undefined) refused.push({ id, why });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    retried: found.ids.length - refused.length,
    refused,
    ...(found.cursor !== undefined && { cursor: found.cursor }),
  };
}

interface Found {
  readonly ids: readonly string[];
  readonly cursor?: string;
}

async function failedRuns(
  db: Database,
  filter: Omit<RunFilter, 'status' | 'limit'>,
): Promise<Found> {
  const rows = await listRuns(db, { ...filter, status: 'failed', limit: MOST_RETRIED });
  const ids = rows.slice(0, MOST_RETRIED).map(({ id }) => id);
  const last = ids.at(-1);
  return rows.length > MOST_RETRIED && last !== undefined ? { ids, cursor: last } : { ids };
}
