import { type RunStarted, type RunSummary, foldRun, outputsOf } from '@sluice/schema';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import type { FlowPlans } from '../flows/flow-plans.ts';
import type { Database, RunRow } from '../storage/database.ts';
import { findFlow } from '../storage/flows.ts';
import type { Journal } from '../storage/journal.ts';
import { newId } from '../storage/new-id.ts';
import { readEvents } from '../storage/run-events.ts';
import { findRun } from '../storage/runs.ts';
import type { RunDispatcher } from './run-dispatcher.ts';

export interface RepeatNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly plans: FlowPlans;
  readonly dispatcher: RunDispatcher;
}

/** Which version a repeated run follows: the one of then, or the one that signals start now. */
export type RepeatVersion = 'then' | 'now';

/**
 * Begins a run with the trigger's outputs of an earlier one, and returns its id. Throws 404 for a
 * run that is not there, and 409 when its flow or trigger is not there any more or is switched off.
 */
export async function repeatRun(
  runId: string,
  version: RepeatVersion,
  needs: RepeatNeeds,
): Promise<string> {
  const found = await findRun(needs.db, runId);
  const events = found ? await readEvents(needs.db, runId) : [];
  if (!found || events.length === 0) throw notFound('run');
  const { row, summary } = found;
  const [first] = events;
  const { only, given } = first as RunStarted;
  if (only !== undefined && version === 'now') {
    throw new HttpProblem(409, 'A test of one step is run again as it was, or made anew.');
  }
  const earlier = foldRun(events);
  const path = version === 'then' ? await pathOfThen(row, needs) : await pathOfNow(row, needs);
  const outputs = outputsOf(earlier, earlier.triggerId);
  const now = Date.now();
  const start: RunStarted = {
    type: 'run.started',
    at: new Date(now).toISOString(),
    runId: newId(now),
    flowId: row.flow_id,
    flowVersion: path.flowVersion,
    triggerId: row.trigger_id,
    outputs: outputs ?? earlier.triggerOutputs,
    originRunId: runId,
    ...(!outputs && { incomplete: true }),
    ...(path.test && { test: true, ...(given && { given }) }),
    ...(only !== undefined && { only }),
  };
  const { triggerName } = path;
  const { title } = summary;
  const signal = row.signal_id === null ? {} : { signalId: row.signal_id };
  await needs.journal.begin([{ start, title, triggerName, ...signal }]);
  needs.dispatcher.begin({ start, summary: summaryAfter(summary, { start, triggerName }) });
  return start.runId;
}

interface Path {
  readonly flowVersion: number;
  readonly triggerName: string;
  readonly test: boolean;
}

async function pathOfThen(row: RunRow, { db, plans }: RepeatNeeds): Promise<Path> {
  const flow = await findFlow(db, row.flow_id);
  if (!flow) throw new HttpProblem(409, 'The flow of the run was deleted.');
  const isTest = row.test === 1;
  if (!flow.enabled && !isTest) throw new HttpProblem(409, 'The flow is switched off.');
  if (!(await plans.find(row.flow_id, row.flow_version, row.only_node_id ?? undefined))) {
    throw new HttpProblem(409, `Version ${row.flow_version} of the flow is not kept any more.`);
  }
  return { flowVersion: row.flow_version, triggerName: row.trigger_name, test: isTest };
}

async function pathOfNow(row: RunRow, { db, plans }: RepeatNeeds): Promise<Path> {
  const flow = await findFlow(db, row.flow_id);
  if (!flow) throw new HttpProblem(409, 'The flow of the run was deleted.');
  if (flow.published_version === null) throw new HttpProblem(409, 'The flow is not published.');
  if (!flow.enabled) throw new HttpProblem(409, 'The flow is switched off.');
  const planned = await plans.find(flow.id, flow.published_version);
  const node = planned?.drawing.nodes.find((each) => each.id === row.trigger_id);
  if (node?.kind !== 'trigger') {
    throw new HttpProblem(
      409,
      `The current version has no trigger “${row.trigger_name}” any more.`,
    );
  }
  if (node.disabled) throw new HttpProblem(409, 'The trigger is disabled in the current version.');
  return { flowVersion: flow.published_version, triggerName: node.name, test: false };
}

function summaryAfter(
  { finishedAt: _finishedAt, ...earlier }: RunSummary,
  { start, triggerName }: { readonly start: RunStarted; readonly triggerName: string },
): RunSummary {
  return {
    ...earlier,
    id: start.runId,
    flowVersion: start.flowVersion,
    status: 'running',
    startedAt: start.at,
    test: start.test === true,
    triggerName,
  };
}
