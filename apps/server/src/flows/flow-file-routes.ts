import {
  type Catalogue,
  type FlowFileCheck,
  flowFileName,
  flowFileSchema,
  labelSchema,
  writeFlowFile,
} from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import type { Database } from '../storage/database.ts';
import { type StoredFlow, findFlow } from '../storage/flows.ts';
import { checkFile } from './check-file.ts';
import { flowDetail } from './describe-flow.ts';
import { exportFlow } from './export-flow.ts';
import { flowDetailSchema, flowFileCheckSchema } from './flow-answers.ts';
import { flowParams } from './flow-routes.ts';
import { importFlow } from './import-flow.ts';
import { constantProblems, matchNeeds } from './match-needs.ts';
import type { KnownKinds } from './publish-flow.ts';

export interface FlowFileRoutesNeeds {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly findTrigger: KnownKinds['findTrigger'];
  readonly audit: Accounts['audit'];
}

const file = z
  .union([z.string(), z.record(z.string(), z.unknown())], {
    error: 'Send the text of a flow file, or the same as JSON.',
  })
  .describe('A flow file: its text, or the same as JSON.');
const bindings = z
  .record(z.string().max(64), z.string().max(64))
  .default({})
  .describe('By the id of a need of the file: the id of what it is to be here.');

/** Flows as files: exported, checked and imported. */
export function flowFileRoutes(needs: FlowFileRoutesNeeds): Route[] {
  const { db, catalogue, audit } = needs;

  async function existing(id: string): Promise<StoredFlow> {
    const flow = await findFlow(db, id);
    if (!flow) throw notFound('flow');
    return flow;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/flows/{id}/export',
      summary: 'Write a flow as a file: its draft, or a version. It holds no secrets and no ids.',
      access: 'look',
      params: flowParams,
      query: z.object({ version: z.coerce.number().int().min(1).optional() }),
      answers: { 200: flowFileSchema.describe('The file; the same flow makes the same bytes.') },
      handle: async ({ params, query: { version }, user, response }) => {
        const flow = await existing(params.id);
        const exported = await exportFlow(db, { flow, version }, catalogue);
        const what = version === undefined ? 'draft' : `version ${version}`;
        await audit(user, 'flow.exported', flow.name, what);
        const name = encodeURIComponent(flowFileName(exported));
        response
          .set('Cache-Control', 'no-store')
          .set('Content-Disposition', `attachment; filename*=UTF-8''${name}`)
          .type('application/json')
          .send(writeFlowFile(exported));
        return done;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/check',
      summary: 'Say what importing a flow file would come to, without importing it.',
      access: 'build',
      body: z.strictObject({ file }),
      answers: { 200: flowFileCheckSchema },
      handle: async ({ body }) => {
        const check = checkFile(body.file, needs);
        const ofConstants = check.file ? await constantProblems(db, check.file) : [];
        const matched = check.file
          ? await matchNeeds(db, check.file)
          : { connections: [], flows: [] };
        return answer({
          importable: check.file !== undefined,
          ...(check.file && { name: check.file.name }),
          refusals: check.refusals,
          problems: [...check.problems, ...ofConstants],
          ...matched,
        });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/flows/import',
      summary: 'Make a new flow of a flow file. Needs that are bound to nothing stay open.',
      access: 'build',
      body: z.strictObject({
        file,
        name: labelSchema.optional(),
        connections: bindings,
        flows: bindings,
      }),
      answers: {
        201: flowDetailSchema,
        422: 'It cannot be imported; `refusals` says why. Nothing was kept.',
      },
      handle: async ({ body: { file: sent, name, connections, flows }, user }) => {
        const check = checkFile(sent, needs);
        if (!check.file) throw refused(check);
        const bound = { file: check.file, name, bindings: { connections, flows } };
        const flow = await existing(await importFlow(db, bound, user));
        const headers = { ETag: `"${flow.version}"`, Location: `/api/v1/flows/${flow.id}` };
        return { ...answer(flowDetail(flow), 201), headers };
      },
    }),
  ];
}

function refused({ refusals }: FlowFileCheck): HttpProblem {
  const [first, ...others] = refusals;
  const more = others.length === 0 ? '' : ` And ${others.length} more.`;
  return new HttpProblem(
    422,
    `The file cannot be imported. ${first?.message} ${first?.remedy}${more}`,
    { extras: { refusals } },
  );
}
