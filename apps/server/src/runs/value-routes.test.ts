import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawHaloFlow, pill, ticketEvent } from '../testing/draw-halo-flow.ts';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
let runId: string;
const details = `${'a😀'.repeat(150_000)}<script>`;
beforeAll(async () => {
  sluice = await TestSluice.start();
  const values = {
    entries: [{ id: 'whole', name: [{ text: 'Whole' }], value: [pill('trigger', 'details')] }],
  };
  const flow = await sluice.publish(
    drawHaloFlow({ steps: [{ id: 'keep', type: 'tools.set-values', inputs: { values } }] }),
  );
  runId = (await sluice.runOf(flow.url, ticketEvent({ details }))).id;
});
afterAll(() => sluice.close());

test('a value is downloaded whole, of a trigger and of a step, as a file that is no page', async () => {
  for (const path of ['trigger/outputs?name=details', 'keep/outputs?name=whole']) {
    const answer = await download(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(details);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  }
});

test('what is no text is downloaded as JSON', async () => {
  const answer = await download('keep/inputs?name=values');
  expect(answer.headers.get('content-type')).toMatch(/json/);
  expect(await answer.json()).toMatchObject([{ id: 'whole', name: 'Whole', value: details }]);
});

test('what is not there is 404, and nobody looks without having logged in', async () => {
  for (const path of [
    'keep/outputs?name=nothing',
    'keep/outputs?name=constructor',
    'nobody/outputs?name=details',
    'nobody/inputs?name=details',
  ]) {
    expect([path, (await download(path)).status]).toEqual([path, 404]);
  }
  expect((await download('keep/logs?name=whole')).status).toBe(400);
  expect((await fetch(urlOf('keep/outputs?name=whole'))).status).toBe(401);
});

function urlOf(path: string): string {
  return `${sluice.url}/api/v1/runs/${runId}/steps/${path}`;
}

function download(path: string): Promise<Response> {
  const cookie = [...sluice.admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(urlOf(path), { headers: { Cookie: cookie } });
}
