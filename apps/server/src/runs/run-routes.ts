import { type RunDetail, foldRun, runStatuses } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { notFound } from '../http/http-problem.ts';
import { listOf, pageOf, pageSchema, pagingQuery } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { FlowPlans } from '../flows/flow-plans.ts';
import type { Database } from '../storage/database.ts';
import { readEvents } from '../storage/run-events.ts';
import { findRun, listChildRuns, listRuns } from '../storage/runs.ts';
import { streamLive } from './stream-live.ts';
import { runDetailSchema, runEventSchema, runSummarySchema } from './run-answers.ts';
import type { LiveBus } from './live-bus.ts';

export interface RunRoutesNeeds {
  readonly db: Database;
  readonly plans: FlowPlans;
  readonly live: LiveBus;
  readonly onAccessChange: Accounts['onAccessChange'];
}

/** Called runs that a run's detail names. */
const MOST_CALLED = 50;

const runParams = z.object({ id: z.string().max(64) });
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** Runs: listed, explained, and watched as they happen. What is done with them: see `run-actions.ts`. */
export function runRoutes(needs: RunRoutesNeeds): Route[] {
  const { db, live, onAccessChange } = needs;
  return [
    defineRoute({
      method: 'get',
      path: '/runs',
      summary: 'List runs, newest first.',
      access: 'look',
      query: z.object({
        ...pagingQuery,
        flowId: z.string().max(64).optional(),
        triggerId: z.string().max(64).optional(),
        test: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
        status: z.enum(runStatuses).optional(),
        q: z.string().trim().max(200).optional(),
        from: moment.optional(),
        to: moment.optional(),
      }),
      answers: { 200: pageSchema(runSummarySchema) },
      handle: async ({ query }) => answer(pageOf(await listRuns(db, query), query.limit)),
    }),
    defineRoute({
      method: 'get',
      path: '/runs/{id}',
      summary: 'Read a run: the fold of its events, and the drawing it follows.',
      access: 'look',
      params: runParams,
      answers: { 200: runDetailSchema },
      handle: async ({ params }) => answer(await readRun(needs, params.id)),
    }),
    defineRoute({
      method: 'get',
      path: '/runs/{id}/events',
      summary: 'Read a run’s events, in order.',
      access: 'look',
      params: runParams,
      answers: { 200: listOf(runEventSchema) },
      handle: async ({ params }) => {
        const items = await readEvents(db, params.id);
        if (items.length === 0) throw notFound('run');
        return answer({ items });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/live',
      summary:
        'Watch what happens: server-sent events `run` (a LiveMessage), `signal` (a Signal), `flow` (FlowNews: it was saved, published or switched) and, of one flow, `visitors` (who has it open).',
      access: 'look',
      query: z.object({ flowId: z.string().max(64).optional() }),
      answers: { 200: 'A stream of events that does not end.' },
      handle: async ({ query: { flowId }, user, request, response }) => {
        streamLive({ live, flowId, userId: user.id, onAccessChange }, request, response);
        return { status: 200 };
      },
    }),
  ];
}

async function readRun({ db, plans }: RunRoutesNeeds, id: string): Promise<RunDetail> {
  const found = await findRun(db, id);
  const events = found ? await readEvents(db, id) : [];
  if (!found || events.length === 0) throw notFound('run');
  const { summary, row } = found;
  const planned = await plans.find(row.flow_id, row.flow_version);
  return {
    ...foldRun(events),
    flowName: summary.flowName,
    title: summary.title,
    test: summary.test,
    calledRuns: await listChildRuns(db, id, MOST_CALLED),
    drawing: planned?.drawing ?? { nodes: [], edges: [] },
    ...(row.signal_id !== null && { signalId: row.signal_id }),
  };
}
