import { type Http, StepError } from '@sluice/connector-kit';
import type { ConnectionCheck } from '@sluice/schema';
import { ask } from './halo-api.ts';
import { type HaloToken, type LoginValues, obtainToken } from './halo-login.ts';
import { isRecord, pick } from './read-halo-value.ts';

/** What a test of the connection is given; see `ConnectionTestCall`. */
export interface ConnectionTrial {
  readonly values: LoginValues;
  readonly http: Http;
  open(): Promise<Http>;
}

/**
 * Tries what the steps need: a token, reading tickets, writing tickets. Nothing is made or changed
 * in Halo: the last check sends an empty list of tickets.
 */
export async function testConnection(trial: ConnectionTrial): Promise<readonly ConnectionCheck[]> {
  let token: HaloToken;
  let halo: Http;
  try {
    token = await obtainToken(trial.values, trial.http);
    halo = await trial.open();
  } catch (error) {
    const untried = 'Not tried, as there is no token.';
    return [
      failed('Token', error),
      { label: 'Read tickets', ok: false, message: untried },
      { label: 'Write tickets', ok: false, message: untried },
    ];
  }
  const granted = token.scopes.length > 0 ? ` Halo granted: ${token.scopes.join(' ')}.` : '';
  return [
    { label: 'Token', ok: true, message: `Obtained from ${token.endpoint}.${granted}` },
    await checked('Read tickets', () => tryReading(halo)),
    await checked('Write tickets', () => tryWriting(halo, token.scopes)),
  ];
}

async function tryReading(halo: Http): Promise<string> {
  const query = { pageinate: true, page_size: 1, page_no: 1 };
  const { body } = await ask(halo.get<unknown>('/api/Tickets', { query }), {
    doing: 'read tickets',
  });
  const count = isRecord(body) ? pick(body, 'record_count') : undefined;
  if (!isRecord(body) || !Array.isArray(pick(body, 'tickets'))) {
    throw new StepError({
      code: 'refused',
      message: 'Something answered at the Resource Server, but not with Halo’s list of tickets.',
      hint: 'Check the Resource Server.',
    });
  }
  return typeof count === 'number' ? `Works: Halo lists ${count} tickets.` : 'Works.';
}

const writing = ['all', 'all:standard', 'admin', 'edit:tickets'];

/** A refusal of the empty list for its emptiness shows that the right to send it was there. */
async function tryWriting(halo: Http, scopes: readonly string[]): Promise<string> {
  const enough = scopes.some((scope) => writing.includes(scope));
  if (scopes.length > 0 && !enough) {
    throw new StepError({
      code: 'not-authorised',
      message: `The token does not allow it: Halo granted only ${scopes.join(' ')}.`,
      hint: 'Put “edit:tickets” or “all” in Scope, and give the API application that permission in Halo.',
    });
  }
  const unproved =
    'Nothing was created. Whether the agent may use every ticket type shows only with a real ticket.';
  try {
    await ask(halo.post('/api/Tickets', []), { doing: 'write tickets' });
  } catch (error) {
    const status = error instanceof StepError ? error.failure.status : undefined;
    if (status === 400 && enough)
      return `The token allows it, and Halo let the request in. ${unproved}`;
    if ((status ?? 0) >= 500 && enough) {
      return `The token allows it. Halo could not be asked to prove it (status ${status}). ${unproved}`;
    }
    if (status === 400) return `Halo let the request in. ${unproved}`;
    throw error;
  }
  return `Halo accepted an empty list of tickets. ${unproved}`;
}

async function checked(label: string, attempt: () => Promise<string>): Promise<ConnectionCheck> {
  try {
    return { label, ok: true, message: await attempt() };
  } catch (error) {
    return failed(label, error);
  }
}

function failed(label: string, error: unknown): ConnectionCheck {
  if (!(error instanceof StepError)) throw error;
  const { message, hint } = error.failure;
  return { label, ok: false, message: hint ? `${message} ${hint}` : message };
}
