import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { LoginPage } from '../pages/login-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { expect, story } from '../support/story.ts';

story.use({ storageState: { cookies: [], origins: [] } });

story(
  'under a name of the company and without HTTPS a builder draws, copies and saves as anywhere',
  async ({ page, baseURL }) => {
    await page.goto(`http://sluice.test:${new URL(baseURL ?? '').port}/login`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await new LoginPage(page).logIn(
      process.env['E2E_EMAIL'] ?? '',
      process.env['E2E_PASSWORD'] ?? '',
    );
    await new FlowsPage(page).makeNew();

    const designer = new DesignerPage(page);
    await designer.drag('HaloITSM Incidents', { x: 200, y: 200 });
    await designer.node('HaloITSM Incidents').focus();
    await designer.press('Control+c');
    await designer.press('Control+v');
    await expect(designer.canvas.getByRole('article')).toHaveCount(2);
    await designer.expectSaved();

    await designer.openSettings('HaloITSM Incidents');
    const settings = new SettingsDialog(page, 'HaloITSM Incidents').root;
    await settings.getByRole('button', { name: /^Copy/ }).first().click();
    await expect(settings.getByText('Copied').first()).toBeVisible();
  },
);
