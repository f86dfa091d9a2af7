import { type Connector, HttpError, StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { z } from 'zod';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute } from '../http/route.ts';
import { SecretsError } from '../secrets/secrets-error.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { type ConnectionRow, findConnection, saveConnectionTest } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { connectionTestSchema, optionsSchema } from './connection-answers.ts';
import { connectionParams, givenValues, knownDefinition } from './connection-input.ts';
import { mergeValues } from './connection-values.ts';
import type { Connections } from './connections.ts';
import { openSealedValues } from './sealed-values.ts';

export interface ConnectionTestRoutesNeeds {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly connectors: readonly Connector[];
  readonly connections: Connections;
}

/** What a builder asks the other system through a connection: does it work, and what is on offer. */
export function connectionTestRoutes({
  db,
  secrets,
  connectors,
  connections,
}: ConnectionTestRoutesNeeds): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/connections/test',
      summary: 'Try values out before they are stored.',
      access: 'build',
      body: z.strictObject({
        type: z.string().max(64),
        values: givenValues,
        id: z.string().max(64).optional(),
      }),
      answers: { 200: connectionTestSchema },
      handle: async ({ body: { type, values, id } }) => {
        const definition = knownDefinition(connectors, type);
        const row = id === undefined ? undefined : await findConnection(db, id);
        if (id !== undefined && row?.type !== type) throw notFound('connection');
        const kept = row && valuesOf(row, secrets);
        const merged = mergeValues(definition.fields, values, kept);
        return answer(await connections.test({ definition, values: merged }));
      },
    }),

    defineRoute({
      method: 'post',
      path: '/connections/{id}/test',
      summary: 'Test a stored connection, and remember what was found.',
      access: 'build',
      params: connectionParams,
      answers: { 200: connectionTestSchema },
      handle: async ({ params }) => {
        const row = await findConnection(db, params.id);
        if (!row) throw notFound('connection');
        const definition = knownDefinition(connectors, row.type);
        const values = valuesOf(row, secrets);
        const test = await connections.test({ definition, values });
        await saveConnectionTest(db, row, JSON.stringify(test));
        return answer(test);
      },
    }),

    defineRoute({
      method: 'post',
      path: '/connections/{id}/lookups/{name}',
      summary: 'Ask the other system for the options of a drop-down.',
      access: 'build',
      params: connectionParams.extend({ name: z.string().max(64) }),
      body: z.strictObject({
        inputs: z.record(z.string().max(64), z.string().max(2000)).default({}),
        search: z.string().max(200).default(''),
      }),
      answers: { 200: optionsSchema },
      handle: async ({ params: { id, name }, body }) => {
        if (!(await findConnection(db, id))) throw notFound('connection');
        const request = { connectionId: id, name, ...body };
        try {
          return answer({ options: await connections.lookup(request) });
        } catch (error) {
          throw await asProblem(error, async () => (await connections.open(id)).mask);
        }
      },
    }),
  ];
}

function valuesOf(row: ConnectionRow, secrets: Secrets): Values {
  try {
    return openSealedValues(row, secrets);
  } catch (error) {
    if (error instanceof SecretsError) throw new HttpProblem(409, error.message);
    throw error;
  }
}

/** What the other system refused is its failure (502), told without the connection's secrets. */
async function asProblem(
  error: unknown,
  maskOf: () => Promise<(text: string) => string>,
): Promise<unknown> {
  if (error instanceof StepError) {
    const { message, hint } = error.failure;
    const mask = await maskOf();
    return new HttpProblem(502, mask(hint === undefined ? message : `${message} ${hint}`));
  }
  return error instanceof HttpError ? new HttpProblem(502, (await maskOf())(error.message)) : error;
}
