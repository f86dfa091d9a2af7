import { ActivityPage } from '../pages/activity-page.ts';
import { DesignerPage } from '../pages/designer-page.ts';
import { type Api, haloLoop } from '../support/api.ts';
import type { Halo } from '../support/halo.ts';
import { expect, story } from '../support/story.ts';

/** Longer than a connection rests after its first outage. */
const rested = { timeout: 20_000 };

story(
  'a run that failed while Halo was down is retried on the canvas, and succeeds',
  async ({ page, api, halo }) => {
    const { id, url } = await impatientFlow(api, halo);
    await halo.setQuirks({ down: true });
    const requestId = await send(url, `Retry on the canvas ${Date.now()}`);
    const designer = new DesignerPage(page);
    await designer.open(id, `?run=${requestId}`);
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'failed');
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'skipped');

    await halo.setQuirks({ down: false });
    await designer.retry();
    // The connection may have been found to be down, and is then tried again after some seconds.
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded', rested);
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.activity).toContainText(/Retried by/);
  },
);

story(
  'failed runs are ticked and retried together, and one of them is run again',
  async ({ page, api, halo }) => {
    const { id, url } = await impatientFlow(api, halo);
    const name = `Dead letter ${Date.now()}`;
    await halo.setQuirks({ down: true });
    for (const part of ['one', 'two']) await send(url, `${name} ${part}`);
    const activity = new ActivityPage(page);
    await activity.open(`?flow=${id}`);
    await activity.showFailed();
    await expect(activity.listed(name)).toHaveCount(2);

    await halo.setQuirks({ down: false });
    await activity.listed(`${name} one`).getByRole('checkbox').check();
    await activity.listed(`${name} two`).getByRole('checkbox').check();
    await activity.retryTicked();
    await expect(activity.listed(name)).toHaveCount(0);
    await activity.showFailed();
    const succeeded = activity.listed(name).filter({ hasText: 'Succeeded' });
    await expect(succeeded).toHaveCount(2, rested);

    await activity.listed(`${name} one`).getByRole('button').click();
    await activity.runAgain(/Same version/);
    await expect(activity.run).toContainText('Repeats');
    await expect(activity.run).toContainText('Succeeded');
    await expect(activity.listed(`${name} one`)).toHaveCount(2);
  },
);

/** A published flow whose Create Ticket tries once only. */
async function impatientFlow(api: Api, halo: Halo): Promise<{ id: string; url: string }> {
  const { nodes, edges } = haloLoop(await api.connect(halo, `Retry ${Date.now()}`));
  const retry = { attempts: 1, firstDelaySeconds: 1, longestDelaySeconds: 1 };
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'Impatient',
    nodes: nodes.map((node) => (node.kind === 'step' ? { ...node, retry } : node)),
    edges,
  });
  await api.send('POST', `/flows/${id}/publish`);
  const { url } = await api.get<{ url: string }>(`/flows/${id}/triggers/ticket`);
  return { id, url };
}

async function send(url: string, summary: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      id: `delivery ${summary}`,
      event: 'new ticket logged',
      ticket: { id: 77, summary, agent_id: 27, tickettype_id: 1 },
    }),
  });
  return ((await response.json()) as { requestId: string }).requestId;
}
