import type { TriggerDefinition } from '@sluice/connector-kit';
import { type RunStarted, type User, pinnedIn, signalOutcomes } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { pageOf, pageSchema, pagingQuery } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow, keepVersion } from '../storage/flows.ts';
import { findSignal, listSignals } from '../storage/signals.ts';
import { ensureTrigger } from '../storage/triggers.ts';
import type { LiveTrigger, LiveTriggers } from './live-triggers.ts';
import { signalDetailSchema, signalSchema, startedRunsSchema } from './signal-answers.ts';
import type { SignalIntake } from './signal-intake.ts';
import { triggerInputs } from './trigger-inputs.ts';

export interface SignalRoutesNeeds {
  readonly db: Database;
  readonly triggers: LiveTriggers;
  readonly intake: SignalIntake;
  readonly findTrigger: (type: string) => TriggerDefinition | undefined;
  readonly audit: Accounts['audit'];
}

const signalParams = z.object({ id: z.string().max(64) });

/** The Signals page, and the two ways to start a run by hand: a stored signal, or a test. */
export function signalRoutes({
  db,
  triggers,
  intake,
  findTrigger,
  audit,
}: SignalRoutesNeeds): Route[] {
  async function runByHand(
    trigger: LiveTrigger,
    { body, recipients = [] }: { body: unknown; recipients?: readonly string[] },
    by: { user: User; test: boolean; given?: RunStarted['given'] },
  ) {
    const acceptances = await intake.accept(trigger, {
      request: { query: {}, recipients, headers: {}, body },
      userName: by.user.name,
      payload: JSON.stringify(body),
      contentType: 'application/json',
      byHand: { test: by.test, ...(by.given && { given: by.given }) },
    });
    const requestIds = acceptances.map((each) => each.requestId);
    return answer({ requestId: requestIds[0], requestIds }, 202);
  }

  return [
    defineRoute({
      method: 'get',
      path: '/signals',
      summary: 'List what reached the trigger URLs, newest first.',
      access: 'look',
      query: z.object({
        ...pagingQuery,
        flowId: z.string().max(64).optional(),
        triggerId: z.string().max(64).optional(),
        outcome: z.enum(signalOutcomes).optional(),
        q: z.string().trim().max(200).optional(),
        parentId: z.string().max(64).optional(),
      }),
      answers: { 200: pageSchema(signalSchema) },
      handle: async ({ query }) => answer(pageOf(await listSignals(db, query), query.limit)),
    }),
    defineRoute({
      method: 'get',
      path: '/signals/{id}',
      summary: 'Read a signal with its outputs and payload.',
      access: 'look',
      params: signalParams,
      answers: { 200: signalDetailSchema },
      handle: async ({ params }) => {
        const signal = await findSignal(db, params.id);
        if (!signal) throw notFound('signal');
        return answer(signal);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/signals/{id}/run',
      summary: 'Run a stored signal by hand, with its payload of then or an edited one.',
      access: 'run',
      params: signalParams,
      body: z.strictObject({ payload: z.unknown().optional() }).optional(),
      answers: { 202: startedRunsSchema },
      handle: async ({ params, body, user }) => {
        const signal = await findSignal(db, params.id);
        if (!signal?.flowId || !signal.triggerId) throw notFound('signal');
        const row = await ensureTrigger(db, signal.flowId, signal.triggerId);
        const found = await triggers.find(row.id);
        if (!found?.live)
          throw new HttpProblem(409, found?.off ?? 'Its trigger does not exist any more.');
        const again = {
          body: body?.payload ?? readPayload(signal.payload),
          recipients: readRecipients(signal.outputs['recipients']),
        };
        await audit(user, 'signal.run', signal.id);
        return runByHand(found.live, again, { user, test: false });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/{id}/test',
      summary:
        'Run the saved draft with a payload. What is pinned in it is not run; its pinned outputs stand for it.',
      access: 'run',
      params: signalParams,
      body: z.strictObject({ nodeId: z.string().max(64), payload: z.unknown() }),
      answers: { 202: startedRunsSchema },
      handle: async ({ params, body, user }) => {
        const flow = await findFlow(db, params.id);
        const node = flow?.drawing.nodes.find((each) => each.id === body.nodeId);
        const definition = node && findTrigger(node.type);
        if (!flow || node?.kind !== 'trigger' || !definition) throw notFound('trigger');
        await keepVersion(db, flow, { by: user.name, publishedAt: null });
        const row = await ensureTrigger(db, flow.id, node.id);
        const inputs = triggerInputs(node, definition);
        const draft = { row, flow, flowVersion: flow.version, node, definition, inputs };
        const given = pinnedIn(flow.drawing);
        return runByHand(draft, { body: body.payload }, { user, test: true, given });
      },
    }),
  ];
}

/** The URL's own parameter is not kept, but what was read of it is. */
function readRecipients(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

function readPayload(text: string | undefined): unknown {
  if (text === undefined) throw new HttpProblem(409, 'The signal’s payload was not kept.');
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(409, 'The signal’s payload is not JSON. Edit it and run it again.');
  }
}
