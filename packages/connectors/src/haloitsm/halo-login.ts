import { type Http, HttpError, type HttpReply, StepError } from '@sluice/connector-kit';
import { haloAddress, readAddress } from './halo-address.ts';
import { type LoginAttempt, readLoginError } from './read-login-error.ts';
import { isRecord, pick, readId, readText } from './read-halo-value.ts';

/** The part of a connection's values that a login needs. */
export interface LoginValues {
  readonly resourceServer: string;
  readonly authorisationServer?: string | undefined;
  readonly tenant?: string | undefined;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string | undefined;
}

export interface HaloToken {
  readonly accessToken: string;
  /** Seconds. Halo usually gives an hour. */
  readonly expiresInSeconds: number;
  /** What Halo granted, as far as it says. */
  readonly scopes: readonly string[];
  /** Where the token came from. */
  readonly endpoint: string;
}

/**
 * Obtains a token with the connection's client id and secret.
 *
 * Where the token endpoint is differs between instances: `…/auth/token` on a tenant's own host, or
 * `…/token` on a shared authorisation server. The form of the address given is tried first, and the
 * other only when there is no token endpoint at the first.
 */
export async function obtainToken(values: LoginValues, http: Http): Promise<HaloToken> {
  const server = await authorisationServer(values, http);
  const endpoints = tokenEndpoints(server.address);
  for (const [index, endpoint] of endpoints.entries()) {
    try {
      return readToken(
        await requestToken({ endpoint, tenant: server.tenant }, values, http),
        endpoint,
      );
    } catch (error) {
      const last = index === endpoints.length - 1;
      if (last || !isElsewhere(error)) throw readLoginError(error, { endpoint, ...server });
    }
  }
  throw new Error('A token endpoint is always tried.');
}

interface AuthorisationServer {
  readonly address: string;
  readonly tenant: string | undefined;
}

async function authorisationServer(values: LoginValues, http: Http): Promise<AuthorisationServer> {
  const tenant = values.tenant?.trim() || undefined;
  if (values.authorisationServer?.trim()) {
    const address = readAddress(
      values.authorisationServer,
      'authorisationServer',
      'Authorisation Server',
    );
    return { address, tenant };
  }
  return discover(haloAddress(values.resourceServer), tenant, http);
}

/** Halo tells without a token where to get one. An instance that does not is taken to have its own. */
async function discover(
  base: string,
  tenant: string | undefined,
  http: Http,
): Promise<AuthorisationServer> {
  let info: unknown;
  try {
    info = (await http.send({ method: 'GET', url: `${base}/api/authinfo` })).body;
  } catch (error) {
    const absent =
      error instanceof HttpError && error.kind === 'status' && (error.status ?? 0) < 500;
    if (!absent)
      throw readLoginError(error, { endpoint: `${base}/api/authinfo`, tenant: undefined });
  }
  const known = isRecord(info) ? info : {};
  const found = readText(pick(known, 'auth_url'));
  const address =
    found === null
      ? `${base}/auth`
      : readAddress(found, 'authorisationServer', 'The authorisation server that Halo names');
  if (base.startsWith('https:') && !address.startsWith('https:')) {
    throw new StepError({
      code: 'refused',
      message: `Halo names ${address} as its authorisation server, which is not encrypted.`,
      hint: 'The client secret was not sent. Fill in Authorisation Server with the address shown in Halo.',
      input: 'authorisationServer',
    });
  }
  return { address, tenant: tenant ?? readText(pick(known, 'tenant_id')) ?? undefined };
}

function tokenEndpoints(address: string): readonly string[] {
  if (/\/token$/i.test(address)) return [address];
  if (/\/auth$/i.test(address)) return [`${address}/token`, `${address.slice(0, -5)}/token`];
  return [`${address}/token`, `${address}/auth/token`];
}

function requestToken(
  { endpoint, tenant }: LoginAttempt,
  values: LoginValues,
  http: Http,
): Promise<HttpReply> {
  return http.send({
    method: 'POST',
    url: endpoint,
    query: { tenant },
    form: {
      grant_type: 'client_credentials',
      client_id: values.clientId,
      client_secret: values.clientSecret,
      scope: values.scope?.trim() || 'all',
    },
  });
}

function readToken(reply: HttpReply, endpoint: string): HaloToken {
  const body = isRecord(reply.body) ? reply.body : {};
  const accessToken = readText(pick(body, 'access_token'));
  if (accessToken === null) {
    throw new HttpError('status', 'The token endpoint answered without a token.', {
      status: reply.status,
      body: reply.body,
    });
  }
  return {
    accessToken,
    expiresInSeconds: readId(pick(body, 'expires_in')) ?? 3600,
    scopes: readScopes(pick(body, 'scope')),
    endpoint,
  };
}

function readScopes(scope: unknown): readonly string[] {
  return (readText(scope) ?? '').split(/[\s,]+/).filter((each) => each !== '');
}

/** Whether the answer says that the token endpoint is somewhere else: not found, or a web page. */
function isElsewhere(error: unknown): boolean {
  if (!(error instanceof HttpError) || error.kind !== 'status') return false;
  const page = typeof error.body === 'string' && /^\s*</.test(error.body);
  return (
    [301, 302, 303, 307, 308, 404, 405].includes(error.status ?? 0) ||
    (page && error.status !== 500)
  );
}
