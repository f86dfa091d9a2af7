import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import { findRun } from '../storage/runs.ts';
import { type RepeatNeeds, repeatRun } from './repeat-run.ts';
import { MOST_RETRIED, describeWish, retryRuns } from './retry-runs.ts';
import { bulkRetrySchema, runSummarySchema } from './run-answers.ts';

export interface RunActionsNeeds extends RepeatNeeds {
  readonly audit: Accounts['audit'];
}

const id = z.string().max(64);
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const wish = z.union([
  z.strictObject({ ids: z.array(id).min(1).max(MOST_RETRIED) }),
  z.strictObject({
    filter: z.strictObject({
      flowId: id.optional(),
      triggerId: id.optional(),
      q: z.string().trim().max(200).optional(),
      from: moment.optional(),
      to: moment.optional(),
      cursor: id.optional(),
    }),
  }),
]);

/** What people do with runs: end them, have them go on, have them begin once more. */
export function runActions(needs: RunActionsNeeds): Route[] {
  const { db, dispatcher, audit } = needs;
  return [
    defineRoute({
      method: 'post',
      path: '/runs/{id}/cancel',
      summary: 'End a run. What is in flight is still recorded; nothing follows it.',
      access: 'run',
      params: z.object({ id }),
      answers: { 200: runSummarySchema, 409: 'It is over already.' },
      handle: async ({ params, user }) => {
        if (!(await findRun(db, params.id))) throw notFound('run');
        if (!(await dispatcher.cancel(params.id, user.name))) {
          throw new HttpProblem(409, 'The run is over already.');
        }
        await audit(user, 'run.cancelled', params.id);
        return answer((await findRun(db, params.id))?.summary);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/runs/{id}/retry',
      summary: 'Have a failed or cancelled run go on from there. What succeeded stays done.',
      access: 'run',
      params: z.object({ id }),
      answers: { 200: runSummarySchema, 409: 'There is nothing to retry in it; why not.' },
      handle: async ({ params, user }) => {
        if (!(await findRun(db, params.id))) throw notFound('run');
        const why = await dispatcher.retry(params.id, user.name);
        if (why !== undefined) throw new HttpProblem(409, why);
        await audit(user, 'run.retried', params.id);
        return answer((await findRun(db, params.id))?.summary);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/runs/{id}/repeat',
      summary:
        'Begin a new run with the trigger’s outputs of this one: with the version of `then`, or the one published `now`.',
      access: 'run',
      params: z.object({ id }),
      body: z.strictObject({ version: z.enum(['then', 'now']) }),
      answers: {
        202: z.object({ requestId: z.string() }),
        409: 'That version, or its trigger, cannot be run; why not.',
      },
      handle: async ({ params, body, user }) => {
        const requestId = await repeatRun(params.id, body.version, needs);
        await audit(user, 'run.repeated', params.id, `as ${requestId}`);
        return answer({ requestId }, 202);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/runs/retry',
      summary: `Retry up to ${MOST_RETRIED} runs: named ones, or the newest that failed and fit a filter.`,
      access: 'run',
      body: wish,
      answers: { 200: bulkRetrySchema },
      handle: async ({ body, user }) => {
        const result = await retryRuns(body, user, needs);
        await audit(user, 'runs.retried', `${result.retried} runs`, describeWish(body));
        return answer(result);
      },
    }),
  ];
}
