import type { TriggerAuthentication } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecrets } from '../secrets/open-secrets.ts';
import { drawHaloFlow, ticketEvent } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';
import { TriggerAddresses } from './trigger-address.ts';

const password = 'a password for the bot';
let sluice: TestSluice;
let addresses: TriggerAddresses;
beforeAll(async () => {
  sluice = await TestSluice.start();
  const { db } = sluice.storage;
  const secrets = await openSecrets({ dataDir: sluice.dataDir, db });
  addresses = new TriggerAddresses(() => sluice.url, secrets.deriveKey('trigger-urls'));
});
afterAll(() => sluice.close());

test.each(['manual.start', 'schedule.timer', 'flows.callable', 'flows.failed'])(
  'even the right key of its id does not start %s, and the answer is that of an unknown one',
  async (type) => {
    const inputs = type === 'schedule.timer' ? { cron: [{ text: '0 0 1 1 *' }] } : {};
    const right = await urlOf(type, inputs);
    const unknown = right.replace(/functions\/\w+/, 'functions/01aaaaaaaaaaaaaaaaaaaaaaaa');
    for (const headers of [{}, basic('ada@example.com', 'analytical engine'), signed]) {
      const answers = [];
      for (const url of [unknown, right, right.split('?')[0] ?? '']) {
        const { status, body, headers: sent } = await sluice.post(url, ticketEvent(), headers);
        answers.push({ status, body, shown: [...sent].filter(([name]) => name !== 'date') });
      }
      expect(answers[0]?.status).toBe('Authorization' in headers || headers === signed ? 401 : 404);
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
    expect(await sluice.signals('outcome=accepted')).toEqual([]);
  },
);

test.each(['unknown', 'manual', 'url', 'signed', 'api-key'])(
  'passwords are guessed no faster at a URL whose trigger takes none: %s',
  async (kind) => {
    const name = `guessed at ${kind}`;
    const user = { kind: 'integration', name, password, role: 'operator' };
    expectStatus(await sluice.admin.send('POST /users', user), 201);
    const url = `${(await urlOfKind(kind)).split('?')[0]}?apiKey=wrong`;
    const statuses = new Set<number>();
    for (let guess = 0; guess < 30 && !statuses.has(429); guess += 1) {
      const headers = basic(name, `guess ${guess}`);
      statuses.add((await sluice.post(url, ticketEvent(), headers)).status);
    }
    expect([...statuses]).toEqual([401, 429]);
  },
);

test('too many wrong passwords do not shut out whoever has the key of the URL', async () => {
  const { url } = await sluice.publish(drawHaloFlow());
  const statuses = new Set<number>();
  for (let guess = 0; guess < 30; guess += 1) {
    const headers = basic('somebody', `guess ${guess}`);
    statuses.add((await sluice.post(url, ticketEvent(), headers)).status);
  }
  expect([...statuses]).toEqual([202]);
});

/** A URL that passwords do not open. */
async function urlOfKind(kind: string): Promise<string> {
  if (kind === 'unknown') return `${sluice.url}/api/integration/1/functions/01nobody/triggers`;
  if (kind === 'manual') return urlOf('manual.start', {});
  const settings = { authentication: kind as TriggerAuthentication };
  return (await sluice.publish(drawHaloFlow({ settings }))).url;
}

/** What would be the URL of a trigger that has none, with the key that would be its own. */
async function urlOf(type: string, inputs: object): Promise<string> {
  const { id } = await sluice.publish(drawHaloFlow({ trigger: { type, inputs: { ...inputs } } }));
  await sluice.trigger(id);
  const row = await sluice.storage.db
    .selectFrom('triggers')
    .select(['id', 'generation'])
    .where('flow_id', '=', id)
    .executeTakeFirstOrThrow();
  return addresses.urlOf(row, 'url');
}

const signed = { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };

function basic(name: string, secret: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}` };
}
