import { DesignerPage } from '../pages/designer-page.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

/** Parts of the designer that come after the drawing. */
const later = /assets\/(Toasts|NodeSettingsDialog)-/;

story(
  'a line that breaks while parts of the page still come costs nothing',
  async ({ page, api }) => {
    const id = await draftLoop(api, `On a train ${Date.now()}`);
    const designer = new DesignerPage(page);
    await page.route(later, (route) => route.abort());
    const missed = page.waitForEvent('requestfailed', (request) => /Toasts/.test(request.url()));
    await designer.open(id);
    await expect(designer.card('Create Ticket')).toBeVisible();
    await page.context().setOffline(true);
    await missed;
    await designer.rename('Drawn in a tunnel');
    await designer.node('Create Ticket').press('Enter');
    await expect(page.getByText(/You are offline/)).toBeVisible();
    await expect(designer.card('Create Ticket')).toBeVisible();

    await page.unroute(later);
    await page.context().setOffline(false);
    await expect(page.getByRole('dialog', { name: /Create Ticket/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await designer.expectSaved();
    expect((await api.get<{ name: string }>(`/flows/${id}`)).name).toBe('Drawn in a tunnel');
  },
);
