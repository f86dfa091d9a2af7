import { DesignerPage } from '../pages/designer-page.ts';
import { LoginPage } from '../pages/login-page.ts';
import { cardIn, changesIn } from '../pages/versions-dialog.ts';
import { expectAccessible } from '../support/accessible.ts';
import type { Api } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story(
  'two people in one flow see each other, follow each other, and choose when their drafts part',
  async ({ page, browser, api, halo }) => {
    story.slow();
    const { id } = await api.publishFlow('Shared', await api.connect(halo, `Two ${Date.now()}`));
    const anna = await addBuilder(api);
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const hers = await context.newPage();
    const login = new LoginPage(hers);
    await login.open();
    await login.logIn(anna.email, anna.password);

    const mine = new DesignerPage(page);
    const herDesigner = new DesignerPage(hers);
    await mine.open(id);
    await herDesigner.open(id);
    await expect(mine.othersHere).toHaveAccessibleName(/1 other is here: Anna Berg/);

    await herDesigner.openSettings('Create Ticket');
    await expect(mine.card('Create Ticket')).toContainText('Anna Berg');
    await mine.othersHere.click();
    await expect(page.getByText('Has Create Ticket open')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await hers.keyboard.press('Escape');
    await expect(mine.card('Create Ticket')).not.toContainText('Anna Berg');

    await herDesigner.rename('Renamed by Anna');
    await expect(page.getByRole('textbox', { name: 'Name of the flow' })).toHaveValue(
      'Renamed by Anna',
    );
    await expect(mine.conflict).toHaveCount(0);

    await context.setOffline(true);
    await herDesigner.rename('Renamed by Anna again');
    await mine.rename('Renamed by me');
    await mine.expectSaved();
    await context.setOffline(false);
    await expect(herDesigner.conflict).toBeVisible();
    await expect(changesIn(herDesigner.conflict)).toContainText('Name of the flow');
    await expect(cardIn(herDesigner.conflict, 'Create Ticket')).toBeVisible();
    await herDesigner.conflict.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await expect(hers.getByRole('textbox', { name: 'Name of the flow' })).toHaveValue(
      'Renamed by me',
    );
    const { items } = await api.get<{ items: { name: string }[] }>('/flows');
    expect(items.map(({ name }) => name)).toContain('Renamed by Anna again (my copy)');

    await context.close();
    await expect(mine.othersHere).toHaveCount(0);
  },
);

async function addBuilder(api: Api): Promise<{ email: string; password: string }> {
  const email = `anna-${Date.now()}@example.com`;
  const password = 'annas-long-enough-password';
  const user = { kind: 'person', name: 'Anna Berg', email, password, role: 'builder' };
  await api.send('POST', '/users', user);
  return { email, password };
}
