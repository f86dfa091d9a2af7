import { DesignerPage } from '../pages/designer-page.ts';
import { Drawing } from '../pages/drawing.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { expectAccessible } from '../support/accessible.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

story(
  'a flow is read and edited as a list by the same keys, and the canvas shows the same',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'List'));
    await designer.card('Create Ticket').click();
    await designer.press('l');

    await expect(drawing.item(/^Create Ticket, step, .*connected to Add Action/)).toBeFocused();
    expect(await drawing.lines()).toEqual([
      '1 HaloITSM Incidents',
      '1 Create Ticket',
      '1 Add Action',
    ]);
    await expectAccessible(page);

    await designer.press('ArrowDown');
    await expect(drawing.item(/^Add Action/)).toBeFocused();
    await designer.press('Enter');
    const settings = new SettingsDialog(page, /Add Action/);
    await expect(settings.root).toBeVisible();
    await settings.cancel();
    await expect(drawing.item(/^Add Action/)).toBeFocused();

    await designer.press('Alt+ArrowUp');
    await drawing.expectSaid('Add Action moved one place earlier.');
    await expect
      .poll(() => drawing.lines())
      .toEqual(['1 HaloITSM Incidents', '1 Add Action', '1 Create Ticket']);
    await designer.press('a');
    await drawing.pick('Condition');
    await expect(drawing.item(/^.*Condition, step/)).toBeFocused();

    await designer.press('Delete');
    await drawing.expectSaid('Condition deleted.');
    await expect(drawing.item(/^Add Action/)).toBeFocused();
    await designer.press('l');
    await expect(designer.node('Add Action')).toBeFocused();
    await expect(drawing.selected()).toHaveCount(1);
  },
);

story('what a run did stands in the list too', async ({ page, api, halo }) => {
  const { id } = await api.publishFlow('Ran', await api.connect(halo, `List ${Date.now()}`));
  const designer = new DesignerPage(page);
  const drawing = new Drawing(page);
  await designer.open(id);
  await expect(designer.card('Create Ticket')).toBeVisible();
  await designer.press('l');
  await designer.test();
  await expect(drawing.item(/^Create Ticket, .*done/)).toBeVisible();
  await expect(drawing.item(/^Add Action, .*done/)).toBeVisible();
});

story(
  'whoever asks for the list has the focus there, however late it comes',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    // Longer than the focus waits for what is there.
    await page.route(/assets\/OutlineFrame-.*js/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await designer.open(await draftLoop(api, 'Late list'));
    await designer.card('Create Ticket').click();
    await designer.press('l');
    await expect(page.getByRole('main').getByRole('status')).toHaveText('Loading');
    await expect(drawing.item(/^Create Ticket/)).toBeFocused();

    await page.getByRole('button', { name: 'Drawing', exact: true }).click();
    await expect(designer.node('Create Ticket')).toBeFocused();
    await page.getByRole('button', { name: 'Show as a list' }).click();
    await expect(drawing.item(/^Create Ticket/)).toBeFocused();
  },
);

story(
  'a list that is gone from the server gives the canvas back, and the focus with it',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    await page.route(/assets\/OutlineFrame-/, (route) => route.fulfill({ status: 404 }));
    await designer.open(await draftLoop(api, 'No list'));
    await designer.card('Create Ticket').click();
    await designer.press('l');
    await expect(page.getByText('This could not be fetched')).toBeVisible();
    await expect(designer.node('Create Ticket')).toBeFocused();
  },
);
