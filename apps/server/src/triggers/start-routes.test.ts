import type { Page, RunSummary, TriggerDetail } from '@sluice/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DrawnStep, drawHaloFlow, pill } from '../testing/draw-halo-flow.ts';
import { expectStatus } from '../testing/test-client.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

const note: DrawnStep = { id: 'note', type: 'tools.set-values', inputs: {} };

test('Run starts the published version, and says who pressed it', async () => {
  const manual = drawHaloFlow({ trigger: { type: 'manual.start' }, steps: [note] });
  const { id } = await sluice.publish(manual);
  const { browser } = await sluice.logInAs('operator');
  const path = `POST /flows/${id}/triggers/trigger/start`;
  const answer = expectStatus(await browser.send(path, { payload: { ticketId: 7 } }), 202);
  const run = await sluice.runOver((answer.body as { requestId: string }).requestId);
  expect(run).toMatchObject({
    status: 'succeeded',
    test: false,
    title: 'Started by operator',
    triggerOutputs: { payload: { ticketId: 7 }, startedBy: 'operator' },
  });
  const { browser: viewer } = await sluice.logInAs('viewer');
  expectStatus(await viewer.send(path, {}), 403);
});

test('a flow that is not published, or starts otherwise, is not started by hand', async () => {
  const draft = await sluice.draw(drawHaloFlow({ trigger: { type: 'manual.start' } }));
  const start = (id: string) => sluice.admin.send(`POST /flows/${id}/triggers/trigger/start`, {});
  const unpublished = expectStatus(await start(draft.id), 409);
  expect(unpublished.body).toMatchObject({ detail: 'The flow has not been published yet.' });
  expectStatus(await start((await sluice.publish(drawHaloFlow({ steps: [note] }))).id), 409);
  expectStatus(await start('nowhere'), 404);
});

test('a trigger that no other system starts has no URL, and its id answers nobody', async () => {
  const { id } = await sluice.publish(
    drawHaloFlow({ trigger: { type: 'manual.start' }, steps: [note] }),
  );
  const read = await sluice.admin.send(`GET /flows/${id}/triggers/trigger`);
  expect((read.body as TriggerDetail).url).toBeUndefined();
  const { id: row } = await sluice.storage.db
    .selectFrom('triggers')
    .select('id')
    .where('flow_id', '=', id)
    .executeTakeFirstOrThrow();
  const answer = await sluice.post(
    `${sluice.url}/api/integration/1/functions/${row}/triggers?apiKey=x`,
    {},
  );
  expect(answer.status).toBe(404);
});

test('the flows that can be called are listed with what they take', async () => {
  const entries = [
    { id: 'a', name: [{ text: 'ticketId' }], value: [{ text: '4243' }] },
    { id: 'b', name: [{ text: 'note' }], value: [] },
  ];
  const trigger = { type: 'flows.callable', inputs: { inputs: { entries } } };
  const { id } = await sluice.publish(drawHaloFlow({ trigger, steps: [note] }), 'Close it');
  await sluice.draw(drawHaloFlow({ trigger, steps: [note] }), 'Not published');
  const read = expectStatus(await sluice.admin.send('GET /callable-flows'), 200);
  expect(read.body).toEqual({
    items: [
      {
        id,
        name: 'Close it',
        inputs: [
          { name: 'ticketId', sample: '4243' },
          { name: 'note', sample: '' },
        ],
      },
    ],
  });
});

test('a sender that waits is told what the run responds', async () => {
  const { url } = await publishWebhook({ answerSeconds: 10 }, [
    {
      id: 'respond',
      type: 'tools.respond',
      inputs: {
        status: '201',
        body: [
          { text: '{"hello": "' },
          pill('trigger', 'body', { path: ['name'] }),
          { text: '"}' },
        ],
        headers: header('Location', '/tickets/1'),
      },
    },
  ]);
  const response = await send(url, { name: 'Ada' });
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ hello: 'Ada' });
  expect(response.headers.get('location')).toBe('/tickets/1');
  expect(response.headers.get('sluice-request-id')).toMatch(/\w{20}/);
});

test('headers that are not the flow’s to say are left out of its answer', async () => {
  const { url } = await publishWebhook({ answerSeconds: 10 }, [
    {
      id: 'respond',
      type: 'tools.respond',
      inputs: {
        text: '<script>alert(1)</script>',
        headers: {
          entries: [
            ...header('Set-Cookie', 'session=stolen').entries,
            ...header('Content-Length', '3').entries,
            ...header('Transfer-Encoding', 'chunked').entries,
            ...header('Content-Security-Policy', 'script-src *').entries,
            { ...header('X-Split', '').entries[0], value: [pill('trigger', 'body')] } as never,
            ...header('X-Fine', 'yes').entries,
          ],
        },
      },
    },
  ]);
  const response = await send(url, 'a\r\nSet-Cookie: split=1');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<script>alert(1)</script>');
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('x-split')).toBeNull();
  expect(response.headers.get('x-fine')).toBe('yes');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a run that ends without an answer gives 200, and one that takes too long 202', async () => {
  const silent = await publishWebhook({ answerSeconds: 10 }, [note]);
  const ended = await send(silent.url, {});
  expect(ended.status).toBe(200);
  expect(await ended.json()).toMatchObject({ status: 'succeeded' });

  const slow = await publishWebhook({ answerSeconds: 1 }, [
    { id: 'wait', type: 'tools.wait', inputs: { amount: '1', unit: 'hours' } },
  ]);
  const late = await send(slow.url, {});
  expect(late.status).toBe(202);
  const { requestId } = (await late.json()) as { requestId: string };
  expect(await sluice.run(requestId)).toMatchObject({ status: 'waiting' });
});

test('any JSON or form starts a run, titled by what it holds, without the sender’s secrets', async () => {
  const { id, url } = await publishWebhook({}, [note]);
  const bodies = [{ subject: 'Disk full' }, ['a', 'b'], 'text', 7, null];
  for (const body of bodies) expect((await send(url, body)).status).toBe(202);
  const form = await fetch(`${url}&source=form&recipients=anna,ops`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Api-Key': 'secret' },
    body: 'name=From+a+form&x=1',
  });
  expect(form.status).toBe(202);
  const read = await sluice.admin.send(`GET /runs?flowId=${id}`);
  const [last, ...others] = (read.body as Page<RunSummary>).items;
  expect(others).toHaveLength(5);
  const run = await sluice.runOver(last?.id ?? '');
  expect(run.title).toBe('From a form');
  expect(run.triggerOutputs).toMatchObject({
    body: { name: 'From a form', x: '1' },
    query: { source: 'form' },
    recipients: ['anna', 'ops'],
  });
  expect(JSON.stringify(run.triggerOutputs)).not.toContain('secret');
});

function publishWebhook(settings: { answerSeconds?: number }, steps: readonly DrawnStep[]) {
  return sluice.publish(drawHaloFlow({ trigger: { type: 'http.webhook' }, settings, steps }));
}

function send(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function header(name: string, value: string) {
  const id = name.toLowerCase();
  return { entries: [{ id, name: [{ text: name }], value: [{ text: value }] }] };
}
