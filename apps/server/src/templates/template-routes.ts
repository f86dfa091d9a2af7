import { flowFileSchema, labelSchema } from '@sluice/schema';
import { z } from 'zod';
import { notFound } from '../http/http-problem.ts';
import { listOf } from '../http/paging.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { findFlow } from '../storage/flows.ts';
import { flowDetail } from '../flows/describe-flow.ts';
import { flowDetailSchema } from '../flows/flow-answers.ts';
import { importFlow } from '../flows/import-flow.ts';
import { fillIn } from './fill-in.ts';
import { loadTemplates } from './load-templates.ts';

const { connections, nodes, edges } = flowFileSchema.shape;

/** See `FlowTemplate`. */
export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  purpose: z.string(),
  needs: z.array(z.string()),
  asks: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      help: z.string(),
      placeholder: z.string().optional(),
      nodeId: z.string(),
      input: z.string(),
    }),
  ),
  connections,
  nodes,
  edges,
});

/** The gallery: finished flows to begin with, and flows made of them. */
export function templateRoutes(db: Database): Route[] {
  const templates = loadTemplates();
  return [
    defineRoute({
      method: 'get',
      path: '/templates',
      summary: 'List the finished flows to begin with, and what each needs.',
      access: 'look',
      answers: { 200: listOf(templateSchema) },
      handle: async () => answer({ items: templates.map(({ file: _, ...template }) => template) }),
    }),
    defineRoute({
      method: 'post',
      path: '/templates/{id}/flows',
      summary: 'Make a new flow of a template. What is left open is filled in later.',
      access: 'build',
      params: z.object({ id: z.string().max(64) }),
      body: z.strictObject({
        name: labelSchema.optional(),
        connections: z
          .record(z.string().max(64), z.string().max(64))
          .default({})
          .describe('By the id of one of the template’s connections: the id of the one to use.'),
        answers: z
          .record(z.string().max(64), z.string().max(2000))
          .default({})
          .describe('By the id of what the template asks for: the text to put there.'),
      }),
      answers: { 201: flowDetailSchema },
      handle: async ({ params, body: { name, connections, answers }, user }) => {
        const template = templates.find(({ id }) => id === params.id);
        if (!template) throw notFound('template');
        const file = fillIn(template.file, template.asks, answers);
        const bound = { file, name, bindings: { connections, flows: {} } };
        const flow = await findFlow(db, await importFlow(db, bound, user));
        if (!flow) throw notFound('flow');
        const headers = { ETag: `"${flow.version}"`, Location: `/api/v1/flows/${flow.id}` };
        return { ...answer(flowDetail(flow), 201), headers };
      },
    }),
  ];
}
