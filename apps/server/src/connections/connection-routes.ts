import { type Connection, type ConnectionTest, type Values, labelSchema } from '@sluice/schema';
import { z } from 'zod';
import type { Accounts } from '../accounts/create-accounts.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { type Route, answer, defineRoute, done } from '../http/route.ts';
import { SecretsError } from '../secrets/secrets-error.ts';
import {
  type ConnectionRow,
  deleteConnection,
  findConnection,
  insertConnection,
  listConnections,
  updateConnection,
} from '../storage/connections.ts';
import { newId } from '../storage/new-id.ts';
import { connectionSchema } from './connection-answers.ts';
import { connectionParams, givenValues, knownDefinition } from './connection-input.ts';
import type { ConnectionTestRoutesNeeds } from './connection-test-routes.ts';
import { mergeValues } from './connection-values.ts';
import { describeCondition } from './describe-condition.ts';
import { type FlowUsing, flowsUsing } from './flows-using.ts';
import { openSealedValues, sealValues } from './sealed-values.ts';

export interface ConnectionRoutesNeeds extends ConnectionTestRoutesNeeds {
  readonly audit: Accounts['audit'];
}

/** Connections: made, changed and deleted. Their values never come back. */
export function connectionRoutes({
  db,
  secrets,
  connectors,
  connections,
  audit,
}: ConnectionRoutesNeeds): Route[] {
  async function existing(id: string): Promise<ConnectionRow> {
    const row = await findConnection(db, id);
    if (!row) throw notFound('connection');
    return row;
  }

  async function described(id: string): Promise<Connection> {
    return describe(await existing(id), (await flowsUsing(db)).get(id));
  }

  async function describe(
    row: ConnectionRow,
    usedBy: readonly FlowUsing[] = [],
  ): Promise<Connection> {
    return {
      id: row.id,
      name: row.name,
      type: row.type,
      createdAt: new Date(row.created_at).toISOString(),
      updatedAt: new Date(row.updated_at).toISOString(),
      usedBy,
      ...(row.last_test !== null && { lastTest: JSON.parse(row.last_test) as ConnectionTest }),
      state: describeCondition(await connections.condition(row.id)),
    };
  }

  /** Values that can no longer be opened are gone: the change must bring them all. */
  function keptValues(row: ConnectionRow): Values {
    try {
      return openSealedValues(row, secrets);
    } catch (error) {
      if (error instanceof SecretsError) return {};
      throw error;
    }
  }

  return [
    defineRoute({
      method: 'get',
      path: '/connections',
      summary: 'List the connections, newest first.',
      access: 'look',
      answers: { 200: z.object({ items: z.array(connectionSchema) }) },
      handle: async () => {
        const rows = await listConnections(db);
        const uses = await flowsUsing(db);
        const items = await Promise.all(rows.map((row) => describe(row, uses.get(row.id))));
        return answer({ items });
      },
    }),

    defineRoute({
      method: 'post',
      path: '/connections',
      summary: 'Make a connection. Its values are encrypted and never come back.',
      access: 'build',
      body: z.strictObject({ name: labelSchema, type: z.string().max(64), values: givenValues }),
      answers: { 201: connectionSchema },
      handle: async ({ body: { name, type, values }, user }) => {
        const { fields } = knownDefinition(connectors, type);
        const id = newId();
        const at = Date.now();
        await insertConnection(db, {
          id,
          name,
          type,
          sealed_values: sealValues(id, mergeValues(fields, values), secrets),
          last_test: null,
          created_at: at,
          updated_at: at,
        });
        await audit(user, 'connection.created', name, type);
        return answer(await described(id), 201);
      },
    }),

    defineRoute({
      method: 'get',
      path: '/connections/{id}',
      summary: 'Look at a connection, without its values.',
      access: 'look',
      params: connectionParams,
      answers: { 200: connectionSchema },
      handle: async ({ params }) => answer(await described(params.id)),
    }),

    defineRoute({
      method: 'put',
      path: '/connections/{id}',
      summary: 'Change a connection. Values left out stay; a changed address asks for the secrets.',
      access: 'build',
      params: connectionParams,
      body: z.strictObject({ name: labelSchema, values: givenValues }),
      answers: { 200: connectionSchema },
      handle: async ({ params, body, user }) => {
        const row = await existing(params.id);
        const { fields } = knownDefinition(connectors, row.type);
        const kept = keptValues(row);
        const values = mergeValues(fields, body.values, kept);
        const same = JSON.stringify(values) === JSON.stringify(kept);
        const changed = await updateConnection(db, row, {
          name: body.name,
          sealed_values: same ? row.sealed_values : sealValues(row.id, values, secrets),
          last_test: same ? row.last_test : null,
          updated_at: Date.now(),
        });
        if (!changed) {
          throw new HttpProblem(409, 'Somebody else has just changed this connection. Try again.');
        }
        connections.forget(row.id);
        await audit(user, 'connection.changed', body.name, same ? 'name' : 'values');
        return answer(await described(row.id));
      },
    }),

    defineRoute({
      method: 'delete',
      path: '/connections/{id}',
      summary: 'Delete a connection that no flow uses.',
      access: 'build',
      params: connectionParams,
      answers: { 204: 'Deleted.' },
      handle: async ({ params, user }) => {
        const row = await existing(params.id);
        const uses = (await flowsUsing(db)).get(row.id) ?? [];
        if (uses.length > 0) throw stillUsed(row.name, uses);
        await deleteConnection(db, row.id);
        connections.forget(row.id);
        await audit(user, 'connection.deleted', row.name, row.type);
        return done;
      },
    }),
  ];
}

function stillUsed(name: string, uses: readonly FlowUsing[]): HttpProblem {
  const [first, ...others] = uses;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return new HttpProblem(
    409,
    `“${name}” is used by the flow “${first?.flowName}”${more}. Choose another connection there first.`,
    { extras: { usedBy: uses } },
  );
}
