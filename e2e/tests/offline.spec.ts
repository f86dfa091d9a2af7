import { DesignerPage } from '../pages/designer-page.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

/** Parts of the designer that come after the drawing, and the commands that its keys say. */
const later = ['*/assets/Toasts-*', '*/assets/NodeSettingsDialog-*', '*/assets/command-list-*'];

story(
  'a line that breaks while parts of the page still come costs nothing',
  async ({ page, api }) => {
    const id = await draftLoop(api, `On a train ${Date.now()}`);
    const designer = new DesignerPage(page);
    // Requests that a test handles itself are kept from the browser's cache, which this rests on.
    const browser = await page.context().newCDPSession(page);
    await browser.send('Network.enable');
    await browser.send('Network.setBlockedURLs', { urls: later });
    const missing = (name: RegExp) =>
      page.waitForEvent('requestfailed', (request) => name.test(request.url()));
    const missed = missing(/Toasts/);
    await designer.open(id);
    await expect(designer.card('Create Ticket')).toBeVisible();
    await page.context().setOffline(true);
    await missed;
    await designer.rename('Drawn in a tunnel');
    await designer.node('Create Ticket').press('Enter');
    await expect(page.getByText(/You are offline/)).toBeVisible();
    await expect(designer.card('Create Ticket')).toBeVisible();

    // A line that has just come back may still fail what is asked of it at once.
    const missedAgain = missing(/NodeSettingsDialog|command-list/);
    await page.context().setOffline(false);
    await missedAgain;
    await browser.send('Network.setBlockedURLs', { urls: [] });
    await expect(page.getByRole('dialog', { name: /Create Ticket/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await designer.expectSaved();
    expect((await api.get<{ name: string }>(`/flows/${id}`)).name).toBe('Drawn in a tunnel');
  },
);

story(
  'what is gone from the server, as after an update, says so and leaves the page as it is',
  async ({ page, api }) => {
    const id = await draftLoop(api, `Updated ${Date.now()}`);
    const designer = new DesignerPage(page);
    await page.route(/assets\/(VersionsDialog|dagre)/, (route) => route.fulfill({ status: 404 }));
    await designer.open(id);
    await designer.rename('Drawn before the update');
    const missing = page.getByText('This could not be fetched');
    await page.getByRole('button', { name: 'Versions' }).click();
    await expect(missing).toBeVisible();
    await expect(designer.card('Create Ticket')).toBeVisible();
    await designer.undo();
    await expect(page.getByRole('textbox', { name: 'Name of the flow' })).toHaveValue(/^Updated/);

    await page.reload();
    await page.getByRole('button', { name: 'Tidy up' }).click();
    await expect(missing).toBeVisible();
  },
);
