import type { Accounts } from '../accounts/create-accounts.ts';
import { notFound } from '../http/http-problem.ts';
import { listOf } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow, flowNames, listDeletedFlows } from '../storage/flows.ts';
import { copyName } from './copy-name.ts';
import { createFlow } from './create-flow.ts';
import { RESTORABLE_MS, deletedFlow, flowDetail } from './describe-flow.ts';
import { deletedFlowSchema, flowDetailSchema } from './flow-answers.ts';
import { flowParams } from './flow-routes.ts';

interface KeepingRoutesNeeds {
  readonly db: Database;
  readonly audit: Accounts['audit'];
}

/** What keeps a list of flows in order: copies of them, and those that were deleted lately. */
export function keepingRoutes({ db, audit }: KeepingRoutesNeeds): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/flows/{id}/duplicate',
      summary: 'Make a draft like a flow’s, with trigger URLs of its own and the same connections.',
      access: 'build',
      params: flowParams,
      answers: { 201: flowDetailSchema },
      handle: async ({ params, user }) => {
        const original = await findFlow(db, params.id);
        if (!original) throw notFound('flow');
        const { drawing, tags } = original;
        const name = copyName(original.name, await flowNames(db));
        const id = await createFlow(db, { name, enabled: true, drawing, tags }, user);
        await audit(user, 'flow.duplicated', original.name, name);
        const copy = await findFlow(db, id);
        if (!copy) throw notFound('flow');
        return { ...answer(flowDetail(copy), 201), headers: { ETag: `"${copy.version}"` } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/deleted-flows',
      summary: 'List the flows that were deleted and can be brought back, last deleted first.',
      access: 'look',
      answers: { 200: listOf(deletedFlowSchema) },
      handle: async () => {
        const flows = await listDeletedFlows(db, Date.now() - RESTORABLE_MS);
        return answer({ items: flows.map(deletedFlow) });
      },
    }),
  ];
}
