import type { TriggerDefinition } from '@sluice/connector-kit';
import {
  type Catalogue,
  type ChangeSummary,
  compareFlows,
  summarizeChanges,
  withoutPinned,
} from '@sluice/schema';
import { HttpProblem } from '../http/http-problem.ts';
import type { Database } from '../storage/database.ts';
import { type StoredFlow, findVersion, keepVersion } from '../storage/flows.ts';
import { draftProblems } from './draft-problems.ts';
import { ensureTriggers } from './ensure-triggers.ts';

/** The kinds of nodes there are. */
export interface KnownKinds {
  readonly catalogue: Catalogue;
  readonly findTrigger: (type: string) => TriggerDefinition | undefined;
}

/** Makes a flow's saved draft the version that signals start. Throws 422 for what cannot run. */
export async function publishFlow(
  db: Database,
  flow: StoredFlow,
  { by, note, ...kinds }: { by: string; note?: string | undefined } & KnownKinds,
): Promise<void> {
  await refuseWhatCannotRun(db, flow, kinds);
  await ensureTriggers(db, flow.id, flow.drawing);
  const at = Date.now();
  if (flow.published_version !== flow.version) {
    const changes = await changesOf(db, flow);
    await keepVersion(db, flow, { by, publishedAt: at, note: note || null, changes });
  }
  await db
    .updateTable('flows')
    .set({ published_version: flow.version, published_at: at })
    .where('id', '=', flow.id)
    .execute();
}

/** What a draft changes against the version that is published; null for the first. */
async function changesOf(db: Database, flow: StoredFlow): Promise<ChangeSummary | null> {
  if (flow.published_version === null) return null;
  const before = await findVersion(db, flow.id, flow.published_version);
  return before ? summarizeChanges(compareFlows(before, withoutPinned(flow.drawing))) : null;
}

async function refuseWhatCannotRun(
  db: Database,
  flow: StoredFlow,
  kinds: KnownKinds,
): Promise<void> {
  const problems = await draftProblems(db, flow.drawing, kinds);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return;
  throw new HttpProblem(422, `The flow cannot run yet: ${errors[0]?.message}`, {
    extras: { problems },
  });
}
