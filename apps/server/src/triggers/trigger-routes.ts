import type { TriggerDefinition } from '@sluice/connector-kit';
import { HttpError, StepError } from '@sluice/connector-kit';
import { type TriggerDetail, type TriggerNode, type User, may } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import type { Connections } from '../connections/connections.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Answer, type Route, answer, defineRoute } from '../http/route.ts';
import type { Database, TriggerRow } from '../storage/database.ts';
import { type StoredFlow, findFlow } from '../storage/flows.ts';
import { countSignals, findLastSignal } from '../storage/signals.ts';
import { ensureTrigger, keepSetup, rotateTrigger } from '../storage/triggers.ts';
import type { LiveTriggers } from './live-triggers.ts';
import { triggerDetailSchema } from './signal-answers.ts';
import type { TriggerAddresses } from './trigger-address.ts';

export interface TriggerRoutesNeeds {
  readonly db: Database;
  readonly addresses: TriggerAddresses;
  readonly triggers: LiveTriggers;
  readonly connections: Connections;
  readonly findTrigger: (type: string) => TriggerDefinition | undefined;
  readonly audit: Accounts['audit'];
}

const params = z.object({ id: z.string().max(64), nodeId: z.string().max(64) });
const path = '/flows/{id}/triggers/{nodeId}';

/** A trigger's URL and what came through it; the set-up in the other product. */
export function triggerRoutes(needs: TriggerRoutesNeeds): Route[] {
  const { db, addresses, triggers, connections, audit } = needs;

  async function existing({ id, nodeId }: z.infer<typeof params>): Promise<Existing> {
    const flow = await findFlow(db, id);
    const node = flow?.drawing.nodes.find((each) => each.id === nodeId);
    if (!flow || node?.kind !== 'trigger') throw notFound('trigger');
    return { flow, node, row: await ensureTrigger(db, id, nodeId) };
  }

  async function detail(where: z.infer<typeof params>, user: User, status = 200): Promise<Answer> {
    const { node, row } = await existing(where);
    const definition = needs.findTrigger(node.type);
    const builds = may(user.role, 'build');
    const isCalled = (definition?.source ?? 'http') === 'http';
    const found = await triggers.find(row.id);
    const last = await findLastSignal(db, row.id);
    const body: TriggerDetail = {
      live: found?.off === undefined,
      signalsToday: await countSignals(db, row.id, new Date().setUTCHours(0, 0, 0, 0)),
      ...(found?.off !== undefined && { why: found.off }),
      ...(isCalled && addressOf(node, row, builds)),
      ...(last && {
        lastSignal: {
          id: last.id,
          receivedAt: new Date(last.received_at).toISOString(),
          outputs: JSON.parse(last.outputs),
          payload: readPayload(last.payload),
        },
      }),
      ...(row.setup !== null && { setup: JSON.parse(row.setup) }),
    };
    return answer(body, status);
  }

  /** Whoever may only look sees the address, without what opens it. */
  function addressOf(node: TriggerNode, row: TriggerRow, builds: boolean) {
    const { authentication } = node.settings;
    const payload = needs.findTrigger(node.type)?.configurationPayload;
    const url = addresses.urlOf(row, builds ? authentication : 'oauth');
    return {
      url,
      ...(builds && payload && { configurationPayload: payload(url) }),
      ...(builds &&
        (authentication === 'signed' || authentication === 'any') && {
          signingSecret: addresses.signingSecret(row),
        }),
      ...((authentication === 'oauth' || authentication === 'any') && {
        tokenUrl: addresses.tokenUrl,
      }),
    };
  }

  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'Read a trigger’s URL and its last signal; its secrets, if you may build.',
      access: 'look',
      params,
      answers: { 200: triggerDetailSchema },
      handle: ({ params: where, user }) => detail(where, user),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/rotate`,
      summary: 'Give the trigger a new key. The old URL stops working at once.',
      access: 'build',
      params,
      answers: { 200: triggerDetailSchema },
      handle: async ({ params: where, user }) => {
        const { flow, node, row } = await existing(where);
        await rotateTrigger(db, row.id);
        triggers.changed();
        await audit(user, 'trigger.rotated', flow.name, node.name);
        return detail(where, user);
      },
    }),
    defineRoute({
      method: 'post',
      path: `${path}/setup`,
      summary: 'Make the trigger’s set-up in the other product.',
      access: 'build',
      params,
      body: z.strictObject({
        connectionId: z.string().max(64),
        basic: z
          .strictObject({
            username: z.string().min(1).max(200),
            password: z.string().min(1).max(500),
          })
          .optional(),
      }),
      answers: { 201: triggerDetailSchema },
      handle: async ({ params: where, body: { connectionId, basic }, user }) => {
        const { flow, node, row } = await existing(where);
        const setup = needs.findTrigger(node.type)?.setup;
        if (!setup)
          throw new HttpProblem(400, 'This trigger has no set-up that a button can make.');
        if (row.setup !== null) {
          throw new HttpProblem(
            409,
            'The set-up is there already. Remove it before you make it again.',
          );
        }
        const url = addresses.urlOf(row, node.settings.authentication);
        const created = await otherSide(async () => {
          const { http } = await connections.open(connectionId);
          return setup.create({ http, url, flowName: flow.name, ...(basic && { basic }) });
        });
        await keepSetup(db, row.id, { connectionId, createdAt: new Date().toISOString(), created });
        await audit(user, 'trigger.set-up', flow.name, node.name);
        return detail(where, user, 201);
      },
    }),
    defineRoute({
      method: 'delete',
      path: `${path}/setup`,
      summary: 'Remove what the set-up made in the other product.',
      access: 'build',
      params,
      answers: { 200: triggerDetailSchema },
      handle: async ({ params: where, user }) => {
        const { flow, node, row } = await existing(where);
        const setup = needs.findTrigger(node.type)?.setup;
        if (row.setup === null || !setup) throw notFound('set-up');
        const { connectionId, created } = JSON.parse(row.setup);
        await otherSide(async () => {
          const { http } = await connections.open(connectionId);
          await setup.remove({ http, created });
        });
        await keepSetup(db, row.id, null);
        await audit(user, 'trigger.set-up-removed', flow.name, node.name);
        return detail(where, user);
      },
    }),
  ];
}

interface Existing {
  readonly flow: StoredFlow;
  readonly node: TriggerNode;
  readonly row: TriggerRow;
}

/** Tells what the other product said as 502, so that it is not taken for a fault of ours. */
async function otherSide<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StepError) {
      const { message, hint } = error.failure;
      throw new HttpProblem(502, hint === undefined ? message : `${message} ${hint}`);
    }
    if (error instanceof HttpError) throw new HttpProblem(502, error.message);
    throw error;
  }
}

function readPayload(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
