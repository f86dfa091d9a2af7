import type { Page } from '@playwright/test';
import { FlowsPage } from '../pages/flows-page.ts';
import type { Api } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story('what is undone leaves a person where they have gone on to', async ({ page, api }) => {
  const { flows, first, second } = await firstIsDeleted(page, api);
  // Held back until a menu is open, as by a slow line.
  let goOn = () => {};
  const menuIsOpen = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/restore', async (route) => {
    await menuIsOpen;
    await route.continue();
  });
  await flows.undo();
  await flows.openMenu(second);
  goOn();
  await expect(flows.link(first)).toBeVisible();
  await expect(flows.menuItem('Duplicate')).toBeVisible();
  await page.keyboard.press('Escape');
});

story('undoing by keys brings the focus to what is back', async ({ page, api }) => {
  const { flows, first } = await firstIsDeleted(page, api);
  await flows.pressUndo();
  await expect(flows.link(first)).toBeFocused();
});

story('an undo that fails says why', async ({ page, api }) => {
  const name = `Gone ${Date.now()}`;
  await api.send('POST', '/flows', { name, nodes: [] });
  const flows = new FlowsPage(page);
  await flows.open();
  await flows.search(name);
  await flows.press(name, 'Delete');
  await expect(flows.rowOf(name)).toHaveCount(0);
  await page.route('**/restore', (route) => route.abort());
  await flows.undo();
  await expect(flows.notices).toContainText('Check your network');
});

/** A list of two flows, of which the first has just been deleted and the other has the focus. */
async function firstIsDeleted(page: Page, api: Api) {
  const stamp = `u${crypto.randomUUID()}`;
  const [first, second] = [`First ${stamp}`, `Second ${stamp}`];
  for (const name of [first, second]) await api.send('POST', '/flows', { name, nodes: [] });
  const flows = new FlowsPage(page);
  await flows.open();
  await flows.search(stamp);
  // The one below the deleted flow gets the focus; before the list is narrowed that is another one.
  await expect(flows.rows).toHaveCount(2);
  await flows.press(first, 'Delete');
  await expect(flows.link(second)).toBeFocused();
  return { flows, first, second };
}
