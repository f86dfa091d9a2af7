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
  const allows = (method: TriggerAuthentication) =>
    authentication === method || authentication === 'any';
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

  if (allows('url') && credentials.apiKey !== undefined) {
    if (!addresses.isUrlKey(trigger.row, credentials.apiKey)) {
      throw fail('The apiKey in the URL is wrong. Copy the URL from the trigger again.');
    }
    return owner();
  }
  if (allows('signed') && credentials.webhookSignature !== undefined) {
    checkSignature(addresses.signingSecret(trigger.row), credentials, fail);
    return owner();
  }
  if (credentials.authorization !== undefined) {
    const user = await readAuthorization(credentials, allows, accounts);
    if (!user) throw fail('The name, key, password or token in the Authorization header is wrong.');
    if (authenticatingUserId !== undefined && user.id !== authenticatingUserId) {
      throw fail(`The request came as ${user.name}, who is not the trigger’s authenticating user.`);
    }
    return enabled(user);
  }
  throw fail(
    `The request carried no credentials of the kind the trigger asks for (${authentication}).`,
  );
}

async function readAuthorization(
  { authorization = '', address }: SignalCredentials,
  allows: (method: TriggerAuthentication) => boolean,
  accounts: CredentialCheck,
): Promise<User | undefined> {
  const [scheme = '', value = ''] = authorization.split(/ +/, 2);
  if (scheme.toLowerCase() === 'bearer') {
    const [key = '', secret] = value.split(':', 2);
    if (secret !== undefined)
      return allows('api-key') ? accounts.verifyApiKey(key, secret) : undefined;
    return allows('oauth') ? accounts.verifyToken(value) : undefined;
  }
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const text = Buffer.from(value, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [name, password] = [text.slice(0, colon), text.slice(colon + 1)];
  const byKey = allows('api-key') ? await accounts.verifyApiKey(name, password) : undefined;
  return byKey ?? (allows('basic') ? accounts.verifyPassword(name, password, address) : undefined);
}

/** Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`, any of several `v1,` signatures. */
function checkSignature(
  secret: string,
  { webhookId, webhookTimestamp, webhookSignature, rawBody }: SignalCredentials,
  fail: (reason: string) => Error,
): void {
  if (!webhookId || !/^\d{1,12}$/.test(webhookTimestamp ?? '')) {
    throw fail('A signed request needs webhook-id and webhook-timestamp headers.');
  }
  if (Math.abs(Date.now() / 1000 - Number(webhookTimestamp)) > TOLERANCE_SECONDS) {
    throw fail('The signature is older or newer than five minutes. Check the sender’s clock.');
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
  if (!matches.includes(true)) throw fail('The signature is wrong. Check the signing secret.');
}
