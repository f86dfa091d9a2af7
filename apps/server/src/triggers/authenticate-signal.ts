import { createHmac, timingSafeEqual } from 'node:crypto';
import { type TriggerAuthentication, type User, may } from '@sluice/schema';
import type { LiveTrigger } from './live-triggers.ts';
import { refusal } from './signal-problem.ts';
import type { TriggerAddresses } from './trigger-address.ts';

/** Seconds by which a signed request's clock may differ from ours. */
const TOLERANCE_SECONDS = 300;

/** The credentials of people and programs, as accounts keep them. */
export interface CredentialCheck {
  verifyPassword(login: string, password: string, address: string): Promise<User | undefined>;
  verifyApiKey(key: string, secret: string): Promise<User | undefined>;
  verifyToken(token: string): Promise<User | undefined>;
  userById(id: string): Promise<User | undefined>;
}

/** What a request brings to prove who sends it. */
export interface SignalCredentials {
  readonly apiKey?: string;
  readonly authorization?: string;
  readonly webhookId?: string;
  readonly webhookTimestamp?: string;
  readonly webhookSignature?: string;
  readonly rawBody: Buffer;
  /** Where the request came from: too many wrong passwords from one address are refused. */
  readonly address: string;
}

/** Whether anything beyond the URL was sent to prove who sends. */
export function hasCredentials({ authorization, webhookSignature }: SignalCredentials): boolean {
  return authorization !== undefined || webhookSignature !== undefined;
}

/** Finds out as whom a signal acts. Throws a `SignalProblem` when nobody vouches for it. */
export async function authenticateSignal(
  trigger: LiveTrigger,
  credentials: SignalCredentials,
  { accounts, addresses }: { accounts: CredentialCheck; addresses: TriggerAddresses },
): Promise<User> {
  const { authentication, authenticatingUserId } = trigger.node.settings;
  const allows: Allows = (method) => authentication === method || authentication === 'any';
  const fail = (reason: string) => refusal(hasCredentials(credentials), reason);

  async function owner(): Promise<User> {
    const user = await accounts.userById(authenticatingUserId ?? trigger.flow.created_by);
    if (!user)
      throw fail('The trigger’s authenticating user does not exist any more. Choose another.');
    return enabled(user);
  }

  function enabled(user: User): User {
    if (user.disabled) throw fail(`The user ${user.name} is disabled.`);
    if (!may(user.role, 'run'))
      throw fail(`The role of ${user.name} (${user.role}) may not run flows.`);
    return user;
  }

  const wrong = wrongProof(trigger, credentials, { addresses, allows });
  if (wrong === undefined) return owner();
  // Also where the trigger asks for something else: the time it takes must not tell what it asks for.
  const named = await readAuthorization(credentials, accounts);
  if (wrong !== null) throw fail(wrong);
  if (credentials.authorization === undefined) {
    throw fail(
      `The request carried no credentials of the kind the trigger asks for (${authentication}).`,
    );
  }
  if (!named || !allows(named.method)) {
    throw fail('The name, key, password or token in the Authorization header is wrong.');
  }
  const { user } = named;
  if (authenticatingUserId !== undefined && user.id !== authenticatingUserId) {
    throw fail(`The request came as ${user.name}, who is not the trigger’s authenticating user.`);
  }
  return enabled(user);
}

/**
 * Looks at credentials for which there is no trigger, and forgets what it saw: guesses take as long,
 * and are as few, as where there is one. Throws 429 when they were too many.
 */
export async function authenticateNobody(
  credentials: SignalCredentials,
  accounts: CredentialCheck,
): Promise<void> {
  await readAuthorization(credentials, accounts);
}

/**
 * What is wrong with the key of the URL or the signature; undefined when it is right, and null when
 * the trigger takes neither or the request has neither.
 */
function wrongProof(
  { row }: LiveTrigger,
  credentials: SignalCredentials,
  { addresses, allows }: { addresses: TriggerAddresses; allows: Allows },
): string | null | undefined {
  const { apiKey, webhookSignature } = credentials;
  if (allows('url') && apiKey !== undefined) {
    if (addresses.isUrlKey(row, apiKey)) return undefined;
    return 'The apiKey in the URL is wrong. Copy the URL from the trigger again.';
  }
  if (!allows('signed') || webhookSignature === undefined) return null;
  return wrongSignature(addresses.signingSecret(row), credentials);
}

type Allows = (method: TriggerAuthentication) => boolean;

/** Whom an Authorization header names, and by which method. */
interface Named {
  readonly user: User;
  readonly method: TriggerAuthentication;
}

async function readAuthorization(
  { authorization = '', address }: SignalCredentials,
  accounts: CredentialCheck,
): Promise<Named | undefined> {
  const [scheme = '', value = ''] = authorization.split(/ +/, 2);
  if (scheme.toLowerCase() === 'bearer') {
    const [key = '', secret] = value.split(':', 2);
    if (secret === undefined) return by('oauth', await accounts.verifyToken(value));
    return by('api-key', await accounts.verifyApiKey(key, secret));
  }
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const text = Buffer.from(value, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [name, password] = [text.slice(0, colon), text.slice(colon + 1)];
  return (
    by('api-key', await accounts.verifyApiKey(name, password)) ??
    by('basic', await accounts.verifyPassword(name, password, address))
  );
}

function by(method: TriggerAuthentication, user: User | undefined): Named | undefined {
  return user && { user, method };
}

/** Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`, any of several `v1,` signatures. */
function wrongSignature(
  secret: string,
  { webhookId, webhookTimestamp, webhookSignature, rawBody }: SignalCredentials,
): string | undefined {
  if (!webhookId || !/^\d{1,12}$/.test(webhookTimestamp ?? '')) {
    return 'A signed request needs webhook-id and webhook-timestamp headers.';
  }
  if (Math.abs(Date.now() / 1000 - Number(webhookTimestamp)) > TOLERANCE_SECONDS) {
    return 'The signature is older or newer than five minutes. Check the sender’s clock.';
  }
  const wanted = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${webhookId}.${webhookTimestamp}.`)
    .update(rawBody)
    .digest();
  const offered = (webhookSignature ?? '').split(' ').slice(0, 10);
  const matches = offered.map((each) => {
    const signature = Buffer.from(each.startsWith('v1,') ? each.slice(3) : '', 'base64');
    return signature.length === wanted.length && timingSafeEqual(signature, wanted);
  });
  return matches.includes(true) ? undefined : 'The signature is wrong. Check the signing secret.';
}
