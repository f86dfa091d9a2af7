import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { TemplatesPage } from '../pages/templates-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, story } from '../support/story.ts';

story(
  'a template becomes a flow that answers an alert with a ticket',
  async ({ page, api, halo, request }) => {
    const stamp = Date.now();
    await api.connect(halo, `Desk ${stamp}`);
    await new FlowsPage(page).open();
    await new FlowsPage(page).openTemplates();
    const templates = new TemplatesPage(page);
    await expect(templates.card('Alert → one ticket')).toBeVisible();
    expect(await templates.cards.count()).toBeGreaterThanOrEqual(6);
    await expectAccessible(page);

    await templates.look('Alert → one ticket');
    await expect(templates.dialog.getByRole('img', { name: /Create Ticket/ })).toBeVisible();
    await expectAccessible(page);
    await templates.rename(`Alerts ${stamp}`);
    await templates.bind('HaloITSM', `Desk ${stamp}`);
    await templates.make();

    const designer = new DesignerPage(page);
    await expect(designer.card('Create Ticket')).toBeVisible();
    await designer.publish();
    await designer.expectPublished();
    const flowId = new URL(page.url()).pathname.split('/').at(-1);
    const { url } = await api.get<{ url: string }>(`/flows/${flowId}/triggers/alert`);
    const alert = { key: `disk ${stamp}`, title: `Disk is full ${stamp}`, description: '/var' };
    const answer = await request.post(url, { data: alert });
    expect(answer.status()).toBe(201);
    const { ticketId } = (await answer.json()) as { ticketId: number };
    const { tickets } = await halo.state();
    expect(tickets.find(({ id }) => id === ticketId)?.summary).toBe(`Disk is full ${stamp}`);
    await expect(designer.card('Answer with the number')).toBeVisible();
  },
);

story('a template closes with Escape, and its connections can stay open', async ({ page }) => {
  const templates = new TemplatesPage(page);
  await page.goto('/templates');
  await templates.look('Critical ticket that nobody has');
  await page.keyboard.press('Escape');
  await expect(templates.dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/templates$/);

  await templates.look('Critical ticket that nobody has');
  await templates.rename(`Left open ${Date.now()}`);
  await templates.bind('HaloITSM', 'Leave open');
  await templates.make();
  const designer = new DesignerPage(page);
  await expect(designer.card('Tell the chat')).toBeVisible();
  await designer.publish();
  await expect(page.getByText(/has no connection/).first()).toBeVisible();
});
