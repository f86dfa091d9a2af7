import { createHmac } from 'node:crypto';
import type { ApiKey, TriggerAuthentication, User } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

const password = 'a password for the bot';
let sluice: TestSluice;
let bot: User;
let key: ApiKey & { readonly secret: string };
beforeAll(async () => {
  sluice = await TestSluice.start();
  bot = await addUser({ kind: 'integration', name: 'halo', password, role: 'operator' });
  key = await keyOf(bot);
});
afterAll(() => sluice.close());

test('with URL authentication the key in the URL is enough, and no other key fits', async () => {
  const url = await urlFor('url');
  expect(await statusOf(url)).toBe(202);
  const given = new URL(url).searchParams.get('apiKey') ?? '';
  const wrong = ['', given.slice(0, -1), `${given}A`, `${given}%00`, given.toLowerCase()];
  for (const other of [...wrong, new URL(await urlFor('url')).searchParams.get('apiKey') ?? '']) {
    expect([other, await statusOf(withKey(url, other))]).toEqual([other, 404]);
  }
  expect(await statusOf(bare(url))).toBe(404);
});

test('with Basic authentication a name and a password are asked for', async () => {
  const url = await urlFor('basic');
  expect(url).not.toContain('apiKey');
  expect(await statusOf(url, basic('halo', password))).toBe(202);
  expect(await statusOf(url, basic('ada@example.com', 'analytical engine'))).toBe(202);
  expect(await statusOf(url, basic('halo', 'wrong'))).toBe(401);
  expect(await statusOf(url, basic('nobody', password))).toBe(401);
  expect(await statusOf(url, { Authorization: 'Basic %%%' })).toBe(401);
  expect(await statusOf(url)).toBe(404);
});

test('with an API key both halves are asked for, as Basic or as a bearer token', async () => {
  const url = await urlFor('api-key');
  expect(await statusOf(url, basic(key.key, key.secret))).toBe(202);
  expect(await statusOf(url, bearer(`${key.key}:${key.secret}`))).toBe(202);
  expect(await statusOf(url, bearer(key.key))).toBe(401);
  expect(await statusOf(url, bearer(`${key.key}:`))).toBe(401);
  expect(await statusOf(url, bearer(`${key.key}:${key.secret}x`))).toBe(401);
  expect(await statusOf(url, bearer(`${key.secret}:${key.key}`))).toBe(401);
});

test('with OAuth the token of our own endpoint is asked for', async () => {
  const url = await urlFor('oauth');
  const token = await tokenFor(key);
  expect(await statusOf(url, bearer(token))).toBe(202);
  expect(await statusOf(url, bearer(`${token}x`))).toBe(401);
  expect(await statusOf(url, bearer(token.slice(0, -2)))).toBe(401);
  const [start, claims, mark] = /^(slt_)(.*)(\..*)$/.exec(token)?.slice(1) ?? [];
  const forged = Buffer.from(
    Buffer.from(claims ?? '', 'base64url')
      .toString()
      .replace(/\d+\]$/, '9999999999]'),
  ).toString('base64url');
  expect(await statusOf(url, bearer(`${start}${forged}${mark}`))).toBe(401);
});

test('a signature is checked against the body, the id and the time', async () => {
  const url = await urlFor('signed');
  const secret = await signingSecret(url);
  const body = JSON.stringify(ticketEvent());
  const now = Math.floor(Date.now() / 1000);
  const good = sign(secret, { body, id: 'msg-1', at: now });
  expect(await statusOf(url, good, body)).toBe(202);

  expect(await statusOf(url, good, `${body} `)).toBe(401);
  expect(await statusOf(url, { ...good, 'webhook-id': 'msg-2' }, body)).toBe(401);
  expect(await statusOf(url, { ...good, 'webhook-timestamp': `${now + 1}` }, body)).toBe(401);
  for (const at of [now - 310, now + 310, 0]) {
    expect(await statusOf(url, sign(secret, { body, id: 'msg-3', at }), body)).toBe(401);
  }
  const other = sign('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', { body, id: 'msg-4', at: now });
  expect(await statusOf(url, other, body)).toBe(401);
  const { 'webhook-id': _id, ...withoutId } = good;
  expect(await statusOf(url, withoutId, body)).toBe(401);
  for (const timestamp of ['', 'soon', '-1', '1e9', `${now}.5`]) {
    expect(await statusOf(url, { ...good, 'webhook-timestamp': timestamp }, body)).toBe(401);
  }
});

test('while a secret is being rotated, one of several signatures may be the right one', async () => {
  const url = await urlFor('signed');
  const body = JSON.stringify(ticketEvent());
  const at = Math.floor(Date.now() / 1000);
  const good = sign(await signingSecret(url), { body, id: 'msg', at });
  const signature = `v1,AAAA v2,whatever ${good['webhook-signature']}`;
  expect(await statusOf(url, { ...good, 'webhook-signature': signature }, body)).toBe(202);
});

test('a signed request that is replayed starts no second run', async () => {
  const url = await urlFor('signed');
  const body = JSON.stringify(ticketEvent());
  const at = Math.floor(Date.now() / 1000);
  const headers = sign(await signingSecret(url), { body, id: 'msg-replayed', at });
  const first = await sluice.post(url, body, headers);
  const second = await sluice.post(url, body, headers);
  expect(second).toMatchObject({
    status: 202,
    body: { requestId: first.body.requestId, duplicate: true },
  });
});

test('with any method each of them is enough', async () => {
  const url = await urlFor('any');
  const body = JSON.stringify(ticketEvent());
  const at = Math.floor(Date.now() / 1000);
  const ways: Record<string, string>[] = [
    basic('halo', password),
    basic(key.key, key.secret),
    bearer(`${key.key}:${key.secret}`),
    bearer(await tokenFor(key)),
    sign(await signingSecret(url), { body, id: 'msg', at }),
  ];
  expect(await statusOf(url)).toBe(202);
  for (const headers of ways) expect(await statusOf(bare(url), headers, body)).toBe(202);
  expect(await statusOf(bare(url))).toBe(404);
});

test('one method’s proof does not open a trigger that asks for another', async () => {
  const proofs: Record<TriggerAuthentication, Record<string, string>> = {
    basic: basic('halo', password),
    'api-key': bearer(`${key.key}:${key.secret}`),
    oauth: bearer(await tokenFor(key)),
    url: {},
    signed: {},
    any: {},
  };
  for (const asked of ['url', 'basic', 'api-key', 'oauth', 'signed'] as const) {
    const url = bare(await urlFor(asked));
    for (const offered of ['basic', 'api-key', 'oauth'] as const) {
      const status = await statusOf(url, proofs[offered]);
      expect([asked, offered, status]).toEqual([asked, offered, asked === offered ? 202 : 401]);
    }
  }
});

test('only the authenticating user’s own credentials fit, once one is chosen', async () => {
  const other = await addUser({ kind: 'integration', name: 'other', password, role: 'operator' });
  const url = await urlFor('any', other.id);
  expect(await statusOf(bare(url), basic('other', password))).toBe(202);
  expect(await statusOf(bare(url), basic('halo', password))).toBe(401);
  const [accepted] = await sluice.signals('outcome=accepted&limit=1');
  expect(accepted?.userName).toBe('other');
});

test('a user who is disabled, deleted or may not run flows opens nothing', async () => {
  const viewer = await addUser({ kind: 'integration', name: 'looker', password, role: 'viewer' });
  expect(await statusOf(await urlFor('url', viewer.id))).toBe(404);
  expect(await statusOf(await urlFor('basic'), basic('looker', password))).toBe(401);

  const worker = await addUser({ kind: 'integration', name: 'worker', password, role: 'operator' });
  const url = await urlFor('any', worker.id);
  expect(await statusOf(url)).toBe(202);
  await sluice.admin.send(`PATCH /users/${worker.id}`, { disabled: true });
  expect(await statusOf(url)).toBe(404);
  expect(await statusOf(bare(url), basic('worker', password))).toBe(401);
  await sluice.admin.send(`PATCH /users/${worker.id}`, { disabled: false });
  expect(await statusOf(url)).toBe(202);
  await sluice.admin.send(`DELETE /users/${worker.id}`);
  expect(await statusOf(url)).toBe(404);
});

test('whether a trigger exists cannot be told from an answer', async () => {
  const real = await urlFor('any');
  const unknown = real.replace(/functions\/\w+/, 'functions/01aaaaaaaaaaaaaaaaaaaaaaaa');
  const unpublished = (await sluice.trigger((await sluice.draw(drawHaloFlow())).id)).url;
  for (const headers of [{}, basic('halo', 'wrong'), bearer('nothing')]) {
    const answers = [];
    for (const url of [withKey(real, 'wrong'), unknown, unpublished]) {
      const { status, body, headers: sent } = await sluice.post(url, ticketEvent(), headers);
      const shown = [...sent].filter(([name]) => name !== 'date');
      answers.push({ status, body, shown });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  }
});

test('too many wrong passwords are answered 429 and recorded, and others are not locked out', async () => {
  const guessed = await addUser({
    kind: 'integration',
    name: 'guessed',
    password,
    role: 'operator',
  });
  const url = await urlFor('basic', guessed.id);
  const statuses: number[] = [];
  for (let guess = 0; guess < 30 && !statuses.includes(429); guess += 1) {
    statuses.push(await statusOf(url, basic('guessed', `guess ${guess}`)));
  }
  expect(statuses.at(-1)).toBe(429);
  const [refused] = await sluice.signals('outcome=rejected&limit=1');
  expect(refused).toMatchObject({ statusCode: 429 });
  expect(await statusOf(await urlFor('basic'), basic('halo', password))).toBe(202);
});

async function addUser(user: object): Promise<User> {
  return expectStatus(await sluice.admin.send('POST /users', user), 201).body as User;
}

async function keyOf({ id }: User): Promise<ApiKey & { secret: string }> {
  const made = await sluice.admin.send('POST /api-keys', { name: 'for the trigger', userId: id });
  return expectStatus(made, 201).body as ApiKey & { secret: string };
}

async function tokenFor({ key, secret }: { key: string; secret: string }): Promise<string> {
  const response = await fetch(`${sluice.url}/api/integration/1/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: key,
      client_secret: secret,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** The URL of a new trigger that asks for this kind of proof. */
async function urlFor(authentication: TriggerAuthentication, userId?: string): Promise<string> {
  const settings = { authentication, ...(userId && { authenticatingUserId: userId }) };
  return (await sluice.publish(drawHaloFlow({ settings }))).url;
}

async function signingSecret(url: string): Promise<string> {
  const { body } = await sluice.admin.send('GET /flows');
  for (const { id } of (body as { items: { id: string }[] }).items) {
    const trigger = await sluice.trigger(id);
    if (trigger.url === url && trigger.signingSecret) return trigger.signingSecret;
  }
  throw new Error('The trigger has no signing secret.');
}

async function statusOf(
  url: string,
  headers: Record<string, string> = {},
  body: unknown = ticketEvent(),
): Promise<number> {
  return (await sluice.post(url, body, headers)).status;
}

function bare(url: string): string {
  return url.split('?')[0] ?? url;
}

function withKey(url: string, key: string): string {
  return `${bare(url)}?apiKey=${key}`;
}

function basic(name: string, secret: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` };
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}

function sign(
  secret: string,
  { body, id, at }: { body: string; id: string; at: number },
): Record<string, string> {
  const hmac = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'));
  const signature = hmac.update(`${id}.${at}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${signature}`,
  };
}
