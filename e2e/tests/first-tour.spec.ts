import { AxeBuilder } from '@axe-core/playwright';
import { DesignerPage } from '../pages/designer-page.ts';
import { expect, story } from '../support/story.ts';

story('who is new is offered a tour once, and takes it by keyboard', async ({ page, api }) => {
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'A first look',
    nodes: [],
    edges: [],
  });
  const designer = new DesignerPage(page);
  await designer.open(id);
  await expect(designer.palette).toBeVisible();
  await expect(designer.tourOffer).toBeHidden();

  await page.evaluate(() => localStorage.removeItem('sluice.designer.tour'));
  await page.reload();
  await expect(designer.tourOffer).toBeVisible();
  await designer.tourOffer.getByRole('button', { name: 'Show me around' }).press('Enter');

  const stops = [
    'Find a trigger or a step',
    'Draw what follows what',
    'Try it',
    'Let it run',
    'See what happened',
  ];
  for (const [index, title] of stops.entries()) {
    const stop = designer.tourStop(title);
    await expect(stop).toContainText(`Stop ${index + 1} of 5`);
    await expect(stop.getByRole('button').last()).toBeFocused();
    await expectApart(designer, title);
    if (index < stops.length - 1) await designer.press('Enter');
  }
  await designer.press('Enter');
  await expect(designer.tourStop()).toHaveCount(0);

  await page.reload();
  await expect(designer.palette).toBeVisible();
  await expect(designer.tourOffer).toBeHidden();
});

story('the tour begins again from Help, and Escape leaves it at once', async ({ page, api }) => {
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'Another look',
    nodes: [],
    edges: [],
  });
  const designer = new DesignerPage(page);
  await designer.open(id);
  await designer.takeTour();
  await expect(designer.tourStop('Find a trigger or a step')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual(
    [],
  );
  await designer.press('Escape');
  await expect(designer.tourStop()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Help' })).toBeFocused();
});

/** The panel covers nothing of what it speaks of. */
async function expectApart(designer: DesignerPage, title: string): Promise<void> {
  await expect(async () => {
    const panel = await designer.tourStop(title).boundingBox();
    const frame = await designer.tourFrame.boundingBox();
    if (!panel || !frame) throw new Error('It is not on the screen.');
    const apart =
      panel.x >= frame.x + frame.width ||
      frame.x >= panel.x + panel.width ||
      panel.y >= frame.y + frame.height ||
      frame.y >= panel.y + panel.height;
    expect(apart, `${title} covers nothing`).toBe(true);
  }).toPass();
}
