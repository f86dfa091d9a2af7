import { type Run, type RunStarted, foldRun, givenOutputsSchema, isStep } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { expectedVersion } from '../flows/expected-version.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow, keepVersion } from '../storage/flows.ts';
import type { Journal } from '../storage/journal.ts';
import { newId } from '../storage/new-id.ts';
import { readEvents } from '../storage/run-events.ts';
import { findRun } from '../storage/runs.ts';
import { type GivenByNode, givenValues } from './given-values.ts';
import type { RunDispatcher } from './run-dispatcher.ts';

export interface StepTestNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly dispatcher: RunDispatcher;
  readonly audit: Accounts['audit'];
}

/** Characters of JSON that a test may be handed in all. */
const LONGEST_GIVEN = 5_000_000;

const id = z.string().max(64);

/** Tests of one step: runs like all others, of which nothing but that step is performed. */
export function stepTestRoutes({ db, journal, dispatcher, audit }: StepTestNeeds): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/flows/{id}/nodes/{nodeId}/test',
      summary:
        'Run one step of the saved draft for real, once, with the outputs of a run or with given ones.',
      access: 'run',
      params: z.object({ id, nodeId: id }),
      body: z.strictObject({
        runId: id.optional().describe('A run of the flow whose outputs the step draws on.'),
        given: z
          .record(id, givenOutputsSchema)
          .default({})
          .describe('Outputs by node, which stand over those of the run.'),
      }),
      answers: {
        202: z.object({ requestId: z.string() }),
        412: 'Somebody saved the flow since the version named in If-Match.',
        413: 'The values that it draws on are too large.',
      },
      handle: async ({ params, body, user, request }) => {
        const flow = await findFlow(db, params.id);
        const step = flow?.drawing.nodes.find((node) => node.id === params.nodeId);
        if (!flow || !step || !isStep(step)) throw notFound('step');
        const match = request.headers['if-match'];
        if (match !== undefined && expectedVersion(match) !== flow.version) {
          throw new HttpProblem(412, `Version ${flow.version} was saved meanwhile. Load it first.`);
        }
        const run = body.runId === undefined ? undefined : await runOf(db, flow.id, body.runId);
        const given = givenValues(flow.drawing, step, {
          run,
          // Zod marks absent keys as `undefined`-able; what was parsed never holds them.
          typed: body.given as GivenByNode,
        });
        if (JSON.stringify(given).length > LONGEST_GIVEN) {
          throw new HttpProblem(413, 'The values that the step draws on are too large for a test.');
        }
        await keepVersion(db, flow, { by: user.name, publishedAt: null });
        const now = Date.now();
        const start: RunStarted = {
          type: 'run.started',
          at: new Date(now).toISOString(),
          runId: newId(now),
          flowId: flow.id,
          flowVersion: flow.version,
          triggerId: '',
          outputs: {},
          test: true,
          only: step.id,
          given,
        };
        const title = step.name;
        await journal.begin([{ start, title, triggerName: '' }]);
        dispatcher.begin({ start, summary: summaryOf(start, { title, flowName: flow.name }) });
        await audit(user, 'step.tested', flow.name, step.name);
        return answer({ requestId: start.runId }, 202);
      },
    }),
  ];
}

async function runOf(db: Database, flowId: string, runId: string): Promise<Run> {
  const found = await findRun(db, runId);
  const events = found?.row.flow_id === flowId ? await readEvents(db, runId) : [];
  if (events.length === 0) throw notFound('run');
  return foldRun(events);
}

function summaryOf(
  start: RunStarted,
  { title, flowName }: { readonly title: string; readonly flowName: string },
) {
  return {
    id: start.runId,
    flowId: start.flowId,
    flowName,
    flowVersion: start.flowVersion,
    status: 'running' as const,
    title,
    startedAt: start.at,
    test: true,
    triggerId: start.triggerId,
    triggerName: '',
    ...(start.only !== undefined && { only: start.only }),
  };
}
