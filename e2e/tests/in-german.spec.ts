import type { Page } from '@playwright/test';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { UserMenu } from '../pages/user-menu.ts';
import { expectAccessible } from '../support/accessible.ts';
import { type Api, haloLoop } from '../support/api.ts';
import { englishLeft } from '../support/english-left.ts';
import { expectFitsSideways } from '../support/fits-sideways.ts';
import type { Halo } from '../support/halo.ts';
import { ticketLogged } from '../support/payloads.ts';
import { storyOfItsOwn as story } from '../support/own-server.ts';
import { expect } from '../support/story.ts';

/** On a server of its own: what other stories write is in English. */
story.skip(process.env['BASE_URL'] !== undefined, 'a running instance holds names in any language');

story('who chooses German reads German from then on, until English is chosen', async ({ page }) => {
  await page.goto('/');
  const menu = new UserMenu(page);
  await menu.chooseLanguage('Deutsch');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.goto('/settings');
  await expectGerman(page);
  await menu.chooseLanguage('English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => englishLeft(page)).toContain('Settings');
});

story.describe('in a browser that prefers German', () => {
  story.use({ locale: 'de-AT' });

  for (const path of [
    '/',
    '/runs',
    '/signals',
    '/connections',
    '/connections/constants',
    '/settings/users',
    '/settings/api-keys',
    '/settings/retention',
    '/settings/audit',
    '/nowhere',
  ]) {
    story(`${path} is German`, async ({ page }) => {
      await page.goto(path);
      await expectGerman(page);
    });
  }

  story('a change of how long things are kept is logged in German', async ({ page }) => {
    await page.goto('/settings/retention');
    await page.getByRole('textbox').first().fill('29');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText('Die Aufbewahrung wurde geändert.')).toBeVisible();
    await page.goto('/settings/audit');
    const entry = page.getByRole('row', { name: /Aufbewahrung geändert/ }).first();
    await expect(entry).toContainText('Läufe 29 Tage');
    await expect(entry).not.toContainText('Retention');
  });

  story('a run and its signal are told in German', async ({ page, api, halo, request }) => {
    const { url } = await germanFlow(api, halo);
    const data = ticketLogged({ id: 4711, summary: 'Drucker brennt', agentId: 1 });
    const { requestId } = await (await request.post(url, { data })).json();
    for (const path of [`/runs?run=${requestId}`, '/signals']) {
      await page.goto(path);
      await expectGerman(page);
    }
  });

  story('the designer and its settings are German', async ({ page, api, halo }) => {
    const { id } = await germanFlow(api, halo);
    await page.goto(`/flows/${id}`);
    await expectGerman(page);
    for (const name of ['Neuer Vorfall', 'Nachfolger']) {
      await page.getByRole('group', { name: new RegExp(`^${name}, `) }).press('Enter');
      const settings = new SettingsDialog(page, new RegExp(name));
      await expect(settings.root).toBeVisible();
      for (const tab of await settings.root.getByRole('tab').all()) {
        await tab.click();
        expect.soft(await englishLeft(page), (await tab.textContent()) ?? '').toEqual([]);
      }
      await expectFitsSideways(page);
      await page.keyboard.press('Escape');
    }
  });
});

/** What stands there is German, has no accessibility violations, and fits into a narrow window. */
async function expectGerman(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.getByText('Wird geladen')).toHaveCount(0);
  expect.soft(await englishLeft(page)).toEqual([]);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectFitsSideways(page);
}

/** A published flow whose builder speaks German. */
async function germanFlow(api: Api, halo: Halo): Promise<{ id: string; url: string }> {
  const { nodes, edges } = haloLoop(await api.connect(halo, `Halo ${Date.now()}`));
  const names = ['Neuer Vorfall', 'Nachfolger', 'Notiz'];
  const inGerman = JSON.parse(
    JSON.stringify(nodes)
      .replace('Follow-up of ', 'Nachfolger von ')
      .replace('Opened because of ', 'Wegen '),
  ) as typeof nodes;
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'Vorfälle nachfassen',
    nodes: inGerman.map((node, index) => ({ ...node, name: names[index] })),
    edges,
  });
  await api.send('POST', `/flows/${id}/publish`);
  const { url } = await api.get<{ url: string }>(`/flows/${id}/triggers/ticket`);
  return { id, url };
}
