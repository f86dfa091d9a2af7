import { StepError, type TriggerDefinition } from '@sluice/connector-kit';
import {
  type CallableFlow,
  type ScheduleTimes,
  type TriggerNode,
  asText,
  defaultTriggerSettings,
  outputsOffered,
} from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { listOf } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow } from '../storage/flows.ts';
import type { Journal, RunBeginning } from '../storage/journal.ts';
import { ensureTrigger } from '../storage/triggers.ts';
import { beginningOf } from './begin-run.ts';
import type { LiveTrigger, LiveTriggers } from './live-triggers.ts';
import { callableFlowSchema, scheduleTimesSchema, startedRunsSchema } from './signal-answers.ts';
import { triggerInputs } from './trigger-inputs.ts';

export interface StartRoutesNeeds {
  readonly db: Database;
  readonly journal: Journal;
  readonly triggers: LiveTriggers;
  readonly findTrigger: (type: string) => TriggerDefinition | undefined;
  readonly audit: Accounts['audit'];
  /** Goes on with a run that was just stored. */
  readonly begun: (beginning: RunBeginning, trigger: LiveTrigger) => void;
}

/** Times that a form shows. */
const SHOWN_TIMES = 5;

/** Runs that no other system starts: by hand, by a step, by the clock. */
export function startRoutes(needs: StartRoutesNeeds): Route[] {
  const { db, journal, triggers, findTrigger, audit, begun } = needs;
  return [
    defineRoute({
      method: 'post',
      path: '/flows/{id}/triggers/{nodeId}/start',
      summary: 'Start a run of the published version by hand, through a Manual trigger.',
      access: 'run',
      params: z.object({ id: z.string().max(64), nodeId: z.string().max(64) }),
      body: z.strictObject({ payload: z.unknown().optional() }).optional(),
      answers: { 202: startedRunsSchema, 409: 'It starts nothing now; the problem says why.' },
      handle: async ({ params: { id, nodeId }, body, user }) => {
        const flow = await findFlow(db, id);
        if (!flow) throw notFound('flow');
        const found = await triggers.find((await ensureTrigger(db, id, nodeId)).id);
        if (!found?.live || found.off) throw new HttpProblem(409, found?.off ?? 'It is not there.');
        if (found.live.definition.source !== 'manual') {
          throw new HttpProblem(409, 'This trigger is not started by hand.');
        }
        const beginning = beginningOf(found.live, {
          body: body?.payload ?? {},
          userName: user.name,
        });
        await journal.begin([beginning]);
        begun(beginning, found.live);
        await audit(user, 'flow.started', flow.name, found.live.node.name);
        const requestId = beginning.start.runId;
        return answer({ requestId, requestIds: [requestId] }, 202);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/callable-flows',
      summary: 'List the flows that a step can call, by name.',
      access: 'look',
      answers: { 200: listOf(callableFlowSchema) },
      handle: async () => {
        const callable = await triggers.ofSource('call');
        const items = callable.map(describeCallable);
        return answer({ items: items.toSorted((one, other) => compare(one.name, other.name)) });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/schedule-times',
      summary: 'Say what a schedule means and when it is due next, or why it means nothing.',
      access: 'look',
      body: z.strictObject({
        type: z.string().max(80),
        inputs: z.record(z.string().max(64), z.string().max(1000)),
      }),
      answers: { 200: scheduleTimesSchema },
      handle: async ({ body: { type, inputs } }) => {
        const definition = findTrigger(type);
        if (!definition?.schedule) throw notFound('schedule');
        return answer(timesOf(definition, inputs));
      },
    }),
  ];
}

function describeCallable({ flow, node, definition }: LiveTrigger): CallableFlow {
  const offered = outputsOffered({ ...node, picked: [] }, definition);
  return {
    id: flow.id,
    name: flow.name,
    inputs: offered
      .filter(({ name }) => !Object.hasOwn(definition.outputs, name))
      .map(({ label, sample }) => ({ name: label, sample: asText(sample) })),
  };
}

function timesOf(
  definition: TriggerDefinition,
  typed: Readonly<Record<string, string>>,
): ScheduleTimes {
  const { schedule, type } = definition;
  if (!schedule) throw notFound('schedule');
  const node: TriggerNode = {
    id: 'preview',
    kind: 'trigger',
    type,
    name: 'preview',
    position: { x: 0, y: 0 },
    settings: defaultTriggerSettings,
    inputs: Object.fromEntries(
      Object.entries(typed).map(([name, text]) => [name, text === '' ? [] : [{ text }]]),
    ),
  };
  const inputs = triggerInputs(node, definition);
  try {
    const times: string[] = [];
    for (let after = new Date(); times.length < SHOWN_TIMES;) {
      const next = schedule.next(inputs, after);
      if (!next) break;
      times.push(next.toISOString());
      after = next;
    }
    return { meaning: schedule.describe(inputs), times };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    const { message, hint, input } = error.failure;
    const problem = hint === undefined ? message : `${message} ${hint}`;
    return { problem, ...(input !== undefined && { input }) };
  }
}

function compare(one: string, other: string): number {
  return one.localeCompare(other);
}
