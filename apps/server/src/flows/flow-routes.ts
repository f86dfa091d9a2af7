import {
  type Catalogue,
  type FlowSummary,
  MOST_VERSION_NOTE,
  flowDrawingSchema,
  labelSchema,
} from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { listOf } from '../http/paging.ts';
import { type Answer, type Route, answer, defineRoute, done } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { type StoredFlow, findFlow, listFlows, saveDraft } from '../storage/flows.ts';
import { createFlow } from './create-flow.ts';
import { RESTORABLE_MS, flowDetail, flowSummary } from './describe-flow.ts';
import { draftProblems } from './draft-problems.ts';
import { ensureTriggers } from './ensure-triggers.ts';
import { expectedVersion } from './expected-version.ts';
import {
  drawingSchema,
  flowDetailSchema,
  flowProblemSchema,
  flowSummarySchema,
} from './flow-answers.ts';
import { type KnownKinds, publishFlow } from './publish-flow.ts';

export interface FlowRoutesNeeds {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly findTrigger: KnownKinds['findTrigger'];
  readonly audit: Accounts['audit'];
  /** Called after anything that changes what a flow's triggers do. */
  readonly changed: (flowId: string) => Promise<void>;
  /** Called after a draft was saved. */
  readonly saved: (flowId: string) => void;
}

export const flowParams = z.object({ id: z.string().max(64) });
/** What else a flow carries when it is sent back as it was read, such as its id, is ignored. */
const flowBody = z
  .object({
    name: labelSchema,
    enabled: z.boolean().optional(),
    nodes: drawingSchema.shape.nodes,
    edges: drawingSchema.shape.edges.optional(),
    notes: drawingSchema.shape.notes,
  })
  .transform(({ nodes, edges = [], notes, ...flow }, context) => {
    const { data: drawing, error } = flowDrawingSchema.safeParse({ nodes, edges, notes });
    for (const { path, message } of error?.issues ?? []) {
      context.addIssue({ code: 'custom', path, message });
    }
    return drawing ? { ...flow, drawing } : z.NEVER;
  });

const DAY_MS = 86_400_000;

/** Flows: made, saved as drafts, published, switched, deleted and brought back. */
export function flowRoutes({
  db,
  catalogue,
  findTrigger,
  audit,
  changed,
  saved,
}: FlowRoutesNeeds): Route[] {
  async function existing(id: string): Promise<StoredFlow> {
    const flow = await findFlow(db, id);
    if (!flow) throw notFound('flow');
    return flow;
  }

  async function detail(id: string, status = 200): Promise<Answer> {
    const flow = await existing(id);
    return { ...answer(flowDetail(flow), status), headers: { ETag: `"${flow.version}"` } };
  }

  return [
    defineRoute({
      method: 'get',
      path: '/flows',
      summary: 'List the flows, last changed first.',
      access: 'look',
      answers: { 200: listOf(flowSummarySchema) },
      handle: async () => answer({ items: await summaries(db) }),
    }),
    defineRoute({
      method: 'post',
      path: '/flows',
      summary: 'Make a flow.',
      access: 'build',
      body: flowBody,
      answers: { 201: flowDetailSchema },
      handle: async ({ body, user }) => {
        const enabled = body.enabled !== false;
        const id = await createFlow(db, { name: body.name, enabled, drawing: body.drawing }, user);
        await audit(user, 'flow.created', body.name, id);
        return detail(id, 201);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/flows/{id}',
      summary: 'Read a flow as it was last saved.',
      access: 'look',
      params: flowParams,
      answers: { 200: flowDetailSchema.describe('The flow; its version is the ETag.') },
      handle: ({ params }) => detail(params.id),
    }),
    defineRoute({
      method: 'put',
      path: '/flows/{id}',
      summary: 'Save a flow’s draft, if nobody has saved since the version named in If-Match.',
      access: 'build',
      params: flowParams,
      body: flowBody,
      answers: { 200: flowDetailSchema.describe('The saved flow, its version one higher.') },
      handle: async ({ params: { id }, body, user, request }) => {
        await existing(id);
        const expected = expectedVersion(request.headers['if-match']);
        const draft = {
          id,
          name: body.name,
          drawing: body.drawing,
          by: user.name,
          ...(body.enabled !== undefined && { enabled: body.enabled }),
        };
        if (!(await saveDraft(db, draft, expected))) {
          const current = await existing(id);
          throw new HttpProblem(
            412,
            `${current.updated_by} has saved version ${current.version} meanwhile. Look at the difference before you save yours.`,
            { extras: { current: flowDetail(current) } },
          );
        }
        await ensureTriggers(db, id, draft.drawing);
        if (body.enabled !== undefined) await changed(id);
        else saved(id);
        return detail(id);
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/flows/{id}',
      summary: 'Delete a flow. It can be brought back for 30 days.',
      access: 'build',
      params: flowParams,
      answers: { 204: 'Deleted.' },
      handle: async ({ params: { id }, user }) => {
        const flow = await existing(id);
        await db
          .updateTable('flows')
          .set({ deleted_at: Date.now() })
          .where('id', '=', id)
          .execute();
        await changed(id);
        await audit(user, 'flow.deleted', flow.name, id);
        return done;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/{id}/restore',
      summary: 'Bring a deleted flow back.',
      access: 'build',
      params: flowParams,
      answers: { 200: flowDetailSchema },
      handle: async ({ params: { id }, user }) => {
        await db
          .updateTable('flows')
          .set({ deleted_at: null })
          .where('id', '=', id)
          .where('deleted_at', '>', Date.now() - RESTORABLE_MS)
          .execute();
        await changed(id);
        await audit(user, 'flow.restored', (await existing(id)).name, id);
        return detail(id);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/{id}/enabled',
      summary: 'Switch a flow on or off. While it is off its trigger URLs answer 410.',
      access: 'build',
      params: flowParams,
      body: z.strictObject({ enabled: z.boolean() }),
      answers: { 200: flowSummarySchema },
      handle: async ({ params: { id }, body: { enabled }, user }) => {
        const { name } = await existing(id);
        await db
          .updateTable('flows')
          .set({ enabled: enabled ? 1 : 0 })
          .where('id', '=', id)
          .execute();
        await changed(id);
        await audit(user, enabled ? 'flow.enabled' : 'flow.disabled', name, id);
        return answer((await summaries(db, id))[0]);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/{id}/publish',
      summary: 'Make the saved draft the version that signals start.',
      access: 'build',
      params: flowParams,
      body: z
        .object({ note: z.string().trim().max(MOST_VERSION_NOTE).optional() })
        .optional()
        .describe('What the version is about, for those who look at it later.'),
      answers: { 200: flowDetailSchema, 422: 'It cannot run; `problems` says why.' },
      handle: async ({ params: { id }, body, user, request }) => {
        const flow = await existing(id);
        const match = request.headers['if-match'];
        if (match !== undefined && expectedVersion(match) !== flow.version) {
          throw new HttpProblem(412, `Version ${flow.version} was saved meanwhile. Load it first.`);
        }
        await publishFlow(db, flow, { by: user.name, note: body?.note, catalogue, findTrigger });
        await changed(id);
        await audit(user, 'flow.published', flow.name, `version ${flow.version}`);
        return detail(id);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/flows/{id}/problems',
      summary: 'Say what is wrong with the saved draft, and what to do.',
      access: 'look',
      params: flowParams,
      answers: { 200: listOf(flowProblemSchema) },
      handle: async ({ params }) => {
        const { drawing } = await existing(params.id);
        return answer({ items: await draftProblems(db, drawing, { catalogue, findTrigger }) });
      },
    }),
  ];
}

async function summaries(db: Database, id?: string): Promise<FlowSummary[]> {
  const failuresSince = Date.now() - DAY_MS;
  return (await listFlows(db, { failuresSince, ...(id !== undefined && { id }) })).map(flowSummary);
}
