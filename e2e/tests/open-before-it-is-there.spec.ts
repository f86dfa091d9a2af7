import type { Page } from '@playwright/test';
import { DesignerPage } from '../pages/designer-page.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

story('a menu opens as soon as its script has come, for who still waits', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  let arrive = await hold(page, /assets\/MenuPanel-/);
  await designer.open(await draftLoop(api, `Slow line ${Date.now()}`));
  const help = page.getByRole('button', { name: 'Help' });
  const menu = page.getByRole('menu', { name: 'Help' });
  await help.press('Enter');
  await expect(help).toHaveAttribute('aria-expanded', 'true');
  await expect(menu).toBeHidden();
  arrive();
  await expect(page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
  await expect(menu).toBeHidden();

  arrive = await hold(page, /assets\/MenuPanel-/);
  await page.reload();
  await help.click();
  await expect(help).toHaveAttribute('aria-expanded', 'true');
  await designer.node('Create Ticket').focus();
  await page.keyboard.press('Escape');
  await expect(help).toHaveAttribute('aria-expanded', 'false');
  const come = page.waitForResponse(/assets\/MenuPanel-/);
  arrive();
  await come;
  await page.getByRole('button', { name: 'Components' }).click();
  await expect(page.getByRole('menu', { name: 'Components' })).toBeVisible();
  await expect(menu).toBeHidden();
});

story(
  'a key pressed before its script has come acts on what it was pressed on',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const arrive = await hold(page, /assets\/command-list-/);
    await designer.open(await draftLoop(api, `Slow keys ${Date.now()}`));
    await designer.node('Create Ticket').focus();
    await designer.press('Shift+Delete');
    await designer.card('Add Action').click();
    await expect(designer.node('Create Ticket')).toBeVisible();
    arrive();
    await expect(designer.node('Create Ticket')).toBeHidden();
    await expect(designer.node('Add Action')).toBeVisible();
  },
);

/** Keeps scripts back until the answer is called. */
async function hold(page: Page, scripts: RegExp): Promise<() => void> {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.unroute(scripts);
  await page.route(scripts, async (route) => {
    await arrival;
    await route.continue();
  });
  return () => arrive();
}
