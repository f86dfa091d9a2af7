import { HttpError, StepError } from '@sluice/connector-kit';
import { isRecord, pick, readText } from './read-halo-value.ts';

/** Where a token was asked for, and for which tenant. */
export interface LoginAttempt {
  readonly endpoint: string;
  readonly tenant: string | undefined;
}

/** Turns a login that brought no token into one sentence about why, and what to do. */
export function readLoginError(error: unknown, attempt: LoginAttempt): unknown {
  if (!(error instanceof HttpError)) return error;
  const reading = error.kind === 'status' ? refusal(error, attempt) : silence(error, attempt);
  return new StepError(
    {
      ...reading,
      ...(error.status !== undefined && { status: error.status }),
      ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
    },
    { cause: error },
  );
}

type Reading = Pick<StepError['failure'], 'code' | 'message' | 'hint' | 'input'>;

function silence(error: HttpError, { endpoint }: LoginAttempt): Reading {
  const host = new URL(endpoint).host;
  if (error.kind === 'forbidden-address') {
    return {
      code: 'refused',
      message: `Sluice may not reach ${host}.`,
      hint: 'Private addresses are refused. An operator can allow this one with SLUICE_OUTBOUND_ALLOW.',
      input: 'resourceServer',
    };
  }
  return {
    code: error.kind === 'timeout' ? 'timed-out' : 'unavailable',
    message:
      error.kind === 'timeout'
        ? `${host} did not answer in time when asked for a token.`
        : `${host} could not be reached to obtain a token.`,
    hint: 'Check Resource Server and Authorisation Server on the connection, and that Halo is up.',
  };
}

function refusal(error: HttpError, { endpoint, tenant }: LoginAttempt): Reading {
  const status = error.status ?? 0;
  const code = isRecord(error.body) ? readText(pick(error.body, 'error')) : null;
  if (code === 'invalid_scope') {
    return {
      code: 'not-authorised',
      message: 'Halo does not know the scope, or has not granted it to this API application.',
      hint: 'Use “all”, or “edit:tickets read:customers”, and tick the same permissions on the API application in Halo.',
      input: 'scope',
    };
  }
  if (code === 'invalid_client' || code === 'unauthorized_client' || status === 401) {
    return {
      code: 'not-authorised',
      message: 'Halo does not accept the Client ID and Client Secret.',
      hint: 'Copy both again from the API application in Halo. It must be active, with the method “Client ID and Secret (Services)”, and its Client ID changes until it is saved.',
      input: 'clientId',
    };
  }
  if (status >= 500) {
    return {
      code: 'unavailable',
      message: tenant
        ? `Halo’s authorisation server failed with status ${status}. It does so for a tenant that it does not know: “${tenant}”.`
        : `Halo’s authorisation server failed with status ${status}. It does so for a tenant that it does not know.`,
      hint: 'Compare Tenant with the one shown under Configuration › Integrations › HaloITSM API. If it is right, Halo is having trouble: try again later.',
      input: 'tenant',
    };
  }
  if (status === 429) {
    return {
      code: 'unavailable',
      message: 'Halo has had too many requests and gives no token just now.',
      hint: 'Try again in a few minutes.',
    };
  }
  if (status === 400 && code !== null) {
    return {
      code: 'not-authorised',
      message: `Halo refused to give a token: ${readText(pick(error.body as Record<string, unknown>, 'error_description')) ?? code}.`,
      hint: 'Check the API application in Halo: its method must be “Client ID and Secret (Services)”.',
    };
  }
  return {
    code: 'refused',
    message: `There is no token endpoint at ${endpoint} (status ${status}).`,
    hint: 'Compare Authorisation Server with the one shown under Configuration › Integrations › HaloITSM API.',
    input: 'authorisationServer',
  };
}
