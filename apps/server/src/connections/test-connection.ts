import { type ConnectionDefinition, HttpError, StepError } from '@sluice/connector-kit';
import type { ConnectionCheck, ConnectionTest, Values } from '@sluice/schema';
import { type LiveConnection, type Surroundings, connectionHttp } from './connection-http.ts';
import { secretValues } from './connection-values.ts';
import { httpOf } from './http-of.ts';
import { keepAuthorization } from './keep-authorization.ts';
import { createRequestPace } from './request-pace.ts';
import { createRequestSlots } from './request-slots.ts';
import { createSecretMask } from './secret-mask.ts';
import { sendRequest } from './send-request.ts';

export interface TestedConnection {
  readonly definition: ConnectionDefinition;
  readonly values: Values;
}

/**
 * Runs a connection's declared test. It authorises anew and has a pace of its own, so that it tells
 * of these values and of nothing that happened before.
 */
export async function testConnection(
  { definition, values }: TestedConnection,
  around: Surroundings,
): Promise<ConnectionTest> {
  const { outbound, now } = around;
  const secrets = createSecretMask(secretValues(definition.fields, values));
  const connection: Omit<LiveConnection, 'authorization'> = {
    id: 'test',
    name: definition.label,
    type: 'test',
    definition,
    values,
    secrets,
  };
  const checks = await checksOf(() =>
    definition.test({
      values,
      http: httpOf((request) => sendRequest(request, { outbound, now, secrets })),
      open: async () =>
        connectionHttp(
          { ...connection, authorization: keepAuthorization(now, secrets) },
          { ...around, pace: createRequestPace(now), slots: createRequestSlots() },
        ),
    }),
  );
  return {
    at: new Date(now()).toISOString(),
    ok: checks.length > 0 && checks.every((check) => check.ok),
    checks: checks.map((check) => ({ ...check, message: secrets.mask(check.message) })),
  };
}

async function checksOf(
  run: () => Promise<readonly ConnectionCheck[]>,
): Promise<readonly ConnectionCheck[]> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof HttpError || error instanceof StepError)) throw error;
    return [{ label: 'Connection', ok: false, message: error.message }];
  }
}
