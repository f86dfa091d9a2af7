import type { FailedRun } from '@sluice/connector-kit';
import { type Run, foldRun } from '@sluice/schema';
import type { FlowPlans } from '../flows/flow-plans.ts';
import type { Database } from '../storage/database.ts';
import type { Journal, RunBeginning } from '../storage/journal.ts';
import { readEvents } from '../storage/run-events.ts';
import { beginningOf } from './begin-run.ts';
import type { LiveTrigger, LiveTriggers } from './live-triggers.ts';

export interface FailureTriggersNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly triggers: LiveTriggers;
  readonly plans: FlowPlans;
  /** Goes on with a run that was just stored. */
  readonly begun: (beginning: RunBeginning, trigger: LiveTrigger) => void;
}

/**
 * Starts what is to happen when a run fails. A run that a failure led to, be it by calls of calls,
 * starts no others by its own failure, so that a broken flow of this kind does not run without end.
 */
export async function startOnFailure(
  run: Run,
  about: { readonly title: string; readonly flowName: string },
  needs: FailureTriggersNeeds,
): Promise<void> {
  const { journal, triggers, plans, begun } = needs;
  const hearing = await triggers.ofSource('failure');
  if (hearing.length === 0 || (await isOfFailure(run, hearing, needs))) return;
  const planned = await plans.find(run.flowId, run.flowVersion);
  const failed = describeFailure(run, about, (id) => planned?.plan.nodes.get(id)?.node.name ?? id);
  const concerned = hearing.filter(({ definition, inputs }) => definition.hears?.(failed, inputs));
  if (concerned.length === 0) return;
  const key = `failed ${run.id} ${run.finishedAt}`;
  const beginnings = concerned.map((trigger) => beginningOf(trigger, { body: failed, key }));
  const answers = await journal.begin(beginnings);
  beginnings.forEach((beginning, index) => {
    if (answers[index]?.isNew) begun(beginning, concerned[index] as LiveTrigger);
  });
}

/** Whether a failure started the run, or the run that called it, or the one that called that. */
async function isOfFailure(
  run: Run,
  hearing: readonly LiveTrigger[],
  { db, plans }: FailureTriggersNeeds,
): Promise<boolean> {
  const types = new Set(hearing.map(({ node }) => node.type));
  let each: Run | undefined = run;
  while (each) {
    const planned = await plans.find(each.flowId, each.flowVersion);
    const trigger = planned?.plan.nodes.get(each.triggerId)?.node;
    if (trigger && types.has(trigger.type)) return true;
    each = await callerOf(each, db);
  }
  return false;
}

async function callerOf({ parent }: Run, db: Database): Promise<Run | undefined> {
  const events = parent ? await readEvents(db, parent.runId) : [];
  return events.length > 0 ? foldRun(events) : undefined;
}

function describeFailure(
  run: Run,
  { title, flowName }: { readonly title: string; readonly flowName: string },
  nameOf: (nodeId: string) => string,
): FailedRun {
  const [id, step] =
    Object.entries(run.steps).find(
      ([, each]) => each.status === 'failed' && (each.exits?.length ?? 0) === 0,
    ) ?? [];
  return {
    runId: run.id,
    flowId: run.flowId,
    flowName,
    title,
    failedAt: run.finishedAt ?? run.startedAt,
    message: run.message ?? step?.failure?.message ?? 'The run failed.',
    ...(id !== undefined && { step: { id, name: nameOf(id) } }),
    ...(step?.failure && { code: step.failure.code }),
  };
}
