import type { ChangeSummary, FlowVersion } from '@sluice/schema';
import { z } from 'zod';
import { notFound } from '../http/http-problem.ts';
import { listOf } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow, findVersion } from '../storage/flows.ts';
import { drawingSchema, flowVersionSchema } from './flow-answers.ts';
import { flowParams } from './flow-routes.ts';

/** The published versions of a flow. */
export function versionRoutes(db: Database): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/flows/{id}/versions',
      summary: 'List the published versions, newest first.',
      access: 'look',
      params: flowParams,
      answers: { 200: listOf(flowVersionSchema) },
      handle: async ({ params }) => answer({ items: await versionsOf(db, params.id) }),
    }),
    defineRoute({
      method: 'get',
      path: '/flows/{id}/versions/{version}',
      summary: 'Read a published version with its drawing.',
      access: 'look',
      params: flowParams.extend({ version: z.coerce.number().int().min(1) }),
      answers: { 200: flowVersionSchema.extend({ drawing: drawingSchema }) },
      handle: async ({ params: { id, version } }) => {
        const found = (await versionsOf(db, id)).find((each) => each.version === version);
        const drawing = found && (await findVersion(db, id, version));
        if (!drawing) throw notFound('version');
        return answer({ ...found, drawing });
      },
    }),
  ];
}

async function versionsOf(db: Database, flowId: string): Promise<FlowVersion[]> {
  const flow = await findFlow(db, flowId);
  if (!flow) throw notFound('flow');
  const rows = await db
    .selectFrom('flow_versions')
    .select(['version', 'published_at', 'created_by', 'note', 'changes'])
    .where('flow_id', '=', flowId)
    .where('published_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    publishedAt: new Date(row.published_at ?? 0).toISOString(),
    publishedBy: row.created_by,
    current: row.version === flow.published_version,
    ...(row.note !== null && { note: row.note }),
    ...(row.changes !== null && { changes: JSON.parse(row.changes) as ChangeSummary }),
  }));
}
