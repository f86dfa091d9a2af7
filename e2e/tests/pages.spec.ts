import { fileURLToPath } from 'node:url';
import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { expectAccessible } from '../support/accessible.ts';
import { ticketLogged } from '../support/payloads.ts';
import { expect, story } from '../support/story.ts';

/** Where the README's pictures are made anew, on demand (`UPDATE_PICTURES=1`); else they go with the results. */
const pictures = process.env['UPDATE_PICTURES']
  ? fileURLToPath(new URL('../pictures/', import.meta.url))
  : `${process.env['E2E_DATA']}/pictures/`;

for (const theme of ['light', 'dark'] as const) {
  story.describe(theme, () => {
    story.use({ colorScheme: theme });

    for (const path of [
      '/',
      '/runs',
      '/signals',
      '/connections',
      '/connections/constants',
      '/settings',
      '/nowhere',
    ]) {
      story(`${path} has no accessibility violations`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expectAccessible(page);
      });
    }

    story(
      'the designer with a run and its dialogs has no accessibility violations',
      async ({ page, api, halo, request }) => {
        const flow = await api.publishFlow(
          'Halo ticket → follow-up',
          await api.connect(halo, `Axe ${theme} ${Date.now()}`),
        );
        const data = ticketLogged({
          id: 4243,
          summary: 'Antares API returning 502 to all callers',
          agentId: 1,
        });
        const { requestId } = await (await request.post(flow.url, { data })).json();
        const designer = new DesignerPage(page);
        await designer.open(flow.id, `?run=${requestId}`);
        await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
        await expectAccessible(page);
        await page.screenshot({ path: `${pictures}designer-${theme}.png` });

        for (const name of ['Create Ticket', 'HaloITSM Incidents']) {
          await designer.openSettings(name);
          await expect(new SettingsDialog(page, new RegExp(name)).root).toBeVisible();
          await expectAccessible(page);
          await page.screenshot({
            path: `${pictures}settings-${name.toLowerCase().replaceAll(' ', '-')}-${theme}.png`,
          });
          await designer.press('Escape');
        }
      },
    );
  });
}
