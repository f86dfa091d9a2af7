import { flowFileSchema } from '@sluice/schema';
import type { ZodType } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  deletedFlowSchema,
  flowDetailSchema,
  flowProblemSchema,
  flowSummarySchema,
  flowVersionSchema,
} from './flows/flow-answers.ts';
import { listOf, pageSchema } from './http/paging.ts';
import { runDetailSchema, runEventSchema, runSummarySchema } from './runs/run-answers.ts';
import { createTicket, drawHaloFlow, ticketEvent } from './testing/draw-halo-flow.ts';
import { TestSluice } from './testing/test-sluice.ts';
import { templateSchema } from './templates/template-routes.ts';
import {
  signalDetailSchema,
  signalSchema,
  triggerDetailSchema,
} from './triggers/signal-answers.ts';

let sluice: TestSluice;
let flowId: string;
let runId: string;
beforeAll(async () => {
  sluice = await TestSluice.start();
  const connectionId = await sluice.connectHalo();
  const flow = await sluice.publish(drawHaloFlow({ connectionId, steps: [createTicket()] }));
  flowId = flow.id;
  runId = (await sluice.runOf(flow.url, ticketEvent({ summary: 'Described' }))).id;
});
afterAll(() => sluice.close());

test('every route describes what it answers, but for a stream, a file and the catalogue', async () => {
  const bare = Object.entries(await describedPaths()).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([status, { content }]) => /^20[0-3]$/.test(status) && content === undefined)
        .map(() => `${method} ${path}`),
    ),
  );
  expect(bare).toEqual([
    'get /api/v1/catalogue',
    'get /api/v1/runs/{id}/steps/{nodeId}/{part}',
    'get /api/v1/live',
  ]);
});

test('a drawing is described where it is sent, node by node', async () => {
  const body = JSON.stringify((await describedPaths())['/api/v1/flows']?.['post']?.requestBody);
  expect(body).toContain('floodControl');
  expect(body).toContain('inputs');
});

test.each<[string, ZodType]>([
  ['/flows', listOf(flowSummarySchema)],
  ['/flows/{flow}', flowDetailSchema],
  ['/deleted-flows', listOf(deletedFlowSchema)],
  ['/templates', listOf(templateSchema)],
  ['/flows/{flow}/export', flowFileSchema],
  ['/flows/{flow}/problems', listOf(flowProblemSchema)],
  ['/flows/{flow}/versions', listOf(flowVersionSchema)],
  ['/flows/{flow}/triggers/trigger', triggerDetailSchema],
  ['/signals', pageSchema(signalSchema)],
  ['/signals/{signal}', signalDetailSchema],
  ['/runs?limit=1', pageSchema(runSummarySchema)],
  ['/runs/{run}', runDetailSchema],
  ['/runs/{run}/events', listOf(runEventSchema)],
])('%s answers what is described', async (path, described) => {
  const [signal] = await sluice.signals();
  const address = path
    .replace('{flow}', flowId)
    .replace('{run}', runId)
    .replace('{signal}', signal?.id ?? '');
  const { status, body } = await sluice.admin.send(`GET ${address}`);
  expect(status).toBe(200);
  // What is not described would be left out here.
  expect(described.parse(body)).toEqual(body);
});

interface Described {
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

async function describedPaths() {
  const response = await fetch(`${sluice.url}/api/v1/openapi.json`);
  const { paths } = (await response.json()) as {
    paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  return paths;
}
