import { DesignerPage } from '../pages/designer-page.ts';
import { Drawing } from '../pages/drawing.ts';
import { expectAccessible } from '../support/accessible.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

story(
  'whatever can be done is found by a few letters: nodes, steps, commands, pages',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'Commands'));
    await expect(designer.card('Create Ticket')).toBeVisible();

    await designer.press('Control+k');
    await expect(drawing.offered().first()).toBeVisible();
    await expectAccessible(page);
    await designer.press('Escape');

    await drawing.command('crtick');
    await expect(designer.node('Create Ticket')).toBeFocused();
    await drawing.command('add wait');
    await expect(designer.node('Wait')).toBeFocused();
    await drawing.command('disable');
    await drawing.expectSaid('Wait disabled.');
    await drawing.command('undo');
    await drawing.expectSaid('Undid: disable Wait.');

    await designer.press('Control+k');
    await expect(drawing.offered().nth(0)).toContainText('Undo');
    await page.keyboard.type('nothing is called so');
    await expect(drawing.offered()).toHaveCount(0);
    await designer.press('Escape');
    await expect(drawing.commands).toBeHidden();

    await designer.expectSaved();
    await drawing.command('signals');
    await expect(page.getByRole('heading', { name: 'Signals', level: 1 })).toBeVisible();
  },
);

story('the sheet of shortcuts lists what the keys do', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  await designer.open(await draftLoop(api, 'Keys'));
  await expect(designer.card('Create Ticket')).toBeVisible();
  await designer.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Select everything after it')).toBeVisible();
  await expectAccessible(page);
});

story('the menu of a step is seen whole, however low it is opened', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  await page.setViewportSize({ width: 1024, height: 700 });
  await designer.open(await draftLoop(api, 'Menu'));
  await designer.card('Create Ticket').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: /Create Ticket/ });
  await expect(menu.getByRole('menuitem').first()).toBeInViewport({ ratio: 1 });
  await expect(menu.getByRole('menuitem').last()).toBeInViewport({ ratio: 1 });
});

story(
  'a palette that is opened again at once has the focus, and gives it back to the step',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'Quick fingers'));
    await designer.node('Create Ticket').click();
    await designer.press('Control+k');
    await expect(drawing.offered().first()).toBeVisible();

    // Both keys before the browser comes to anything else, as when it is busy.
    await page.evaluate(async () => {
      const press = (init: KeyboardEventInit) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
        );
      press({ key: 'Escape' });
      while (document.querySelector('[role=dialog]')) await Promise.resolve();
      press({ key: 'k', ctrlKey: true });
    });
    await page.keyboard.type('nothing is called so');
    await expect(drawing.offered()).toHaveCount(0);
    await designer.press('Escape');
    await expect(designer.node('Create Ticket')).toBeFocused();
  },
);
