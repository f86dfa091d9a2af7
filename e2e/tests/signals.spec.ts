import { SignalsPage } from '../pages/signals-page.ts';
import { ticketLogged } from '../support/payloads.ts';
import { expect, story } from '../support/story.ts';

story(
  'a flood is suppressed after four signals, and is listed beneath the last one that ran',
  async ({ page, api, halo, request }) => {
    const flow = await api.publishFlow('Flooded', await api.connect(halo, `Flood ${Date.now()}`));
    for (let id = 1; id <= 7; id += 1) {
      const data = ticketLogged({ id, summary: `Alert ${id}`, agentId: 1 });
      expect((await request.post(flow.url, { data })).status()).toBe(202);
    }

    const signals = new SignalsPage(page);
    await signals.open(flow.id);
    await expect(signals.row('#4 Alert 4')).toContainText('3 suppressed');
    await expect(signals.row('#5 Alert 5')).toHaveCount(0);
    await signals.unfoldSuppressed();
    await expect(signals.row('#5 Alert 5')).toContainText('Suppressed');
  },
);

story('a refused signal says why', async ({ page, api, halo, request }) => {
  const flow = await api.publishFlow('Refusing', await api.connect(halo, `Refuse ${Date.now()}`));
  const wrong = new URL(flow.url);
  wrong.searchParams.set('apiKey', 'wrong');
  const data = ticketLogged({ id: 9, summary: 'Nobody', agentId: 1 });
  expect((await request.post(wrong.href, { data })).status()).toBe(404);
  expect(
    (
      await request.post(flow.url, {
        data: Buffer.from('not json'),
        headers: { 'Content-Type': 'application/json' },
      })
    ).status(),
  ).toBe(400);

  const signals = new SignalsPage(page);
  await signals.open(flow.id);
  await expect(signals.row('The apiKey in the URL is wrong')).toContainText('Rejected');
  await expect(signals.row('The body is not valid JSON')).toContainText('400');
});
