import { DesignerPage } from '../pages/designer-page.ts';
import { expect, story } from '../support/story.ts';

story(
  'what could not be saved before the page crashed is back when the flow is opened again',
  async ({ page, context, api, halo }) => {
    const { id } = await api.publishFlow('Crashed', await api.connect(halo, `Crash ${Date.now()}`));
    const designer = new DesignerPage(page);
    await designer.open(id);
    await page.route('**/api/v1/flows/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await designer.rename('Never saved');
    await expect(page.getByText('Not saved – offline')).toBeVisible();

    const crashed = page.waitForEvent('crash');
    const session = await context.newCDPSession(page);
    void session.send('Page.crash').catch(() => undefined);
    await crashed;

    const after = await context.newPage();
    const again = new DesignerPage(after);
    await again.open(id);
    await expect(after.getByRole('textbox', { name: 'Name of the flow' })).toHaveValue(
      'Never saved',
    );
    await again.expectSaved();
    await expect
      .poll(async () => (await api.get<{ name: string }>(`/flows/${id}`)).name)
      .toBe('Never saved');
  },
);
