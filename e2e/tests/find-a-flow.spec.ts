import { FlowsPage } from '../pages/flows-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story('a builder finds a flow by words, state and tag', async ({ page, api, halo }) => {
  const stamp = `s${Date.now()}`;
  const night = `Night desk ${stamp}`;
  const day = `Day desk ${stamp}`;
  const connectionId = await api.connect(halo, `List ${stamp}`);
  await api.publishFlow(day, connectionId);
  await api.send('POST', '/flows', { name: night, ...haloLoop(connectionId) });

  const flows = new FlowsPage(page);
  await flows.open();
  await flows.search(`desk ${stamp}`);
  await expect(flows.rows).toHaveCount(2);
  await flows.showState('Draft');
  await expect(flows.rows).toHaveCount(1);
  await expect(flows.rowOf(night)).toBeVisible();

  await flows.choose(night, 'Tags');
  await flows.addTag(`nihgt ${stamp}`);
  await flows.renameTag(`nihgt ${stamp}`, `night ${stamp}`);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(flows.dialog).toHaveCount(0);

  await flows.open();
  await flows.showTag(`night ${stamp}`);
  await expect(flows.rows).toHaveCount(1);
  await expect(flows.rowOf(night)).toContainText(`night ${stamp}`);
  // The address says what is shown, so a reload shows the same.
  await page.reload();
  await expect(flows.rows).toHaveCount(1);
});

story('the tags of a flow are kept from its designer as well', async ({ page, api }) => {
  const stamp = `t${Date.now()}`;
  const name = `Tagged ${stamp}`;
  const { id } = await api.send<{ id: string }>('POST', '/flows', { name, nodes: [] });
  await page.goto(`/flows/${id}`);
  const flows = new FlowsPage(page);
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await flows.addTag(`halo ${stamp}`);
  await flows.addTag(`other ${stamp}`);
  await flows.removeTag(`other ${stamp}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `Tags: halo ${stamp}` })).toBeFocused();
  await flows.open();
  await flows.search(stamp);
  await expect(flows.rowOf(name)).toContainText(`halo ${stamp}`);
  await expect(flows.rowOf(name)).not.toContainText(`other ${stamp}`);
});

story(
  'a copy is made, renamed, deleted and brought back from the keys',
  async ({ page, api, halo }) => {
    const stamp = `k${Date.now()}`;
    const name = `Original ${stamp}`;
    const copy = `Copy of ${name}`;
    await api.publishFlow(name, await api.connect(halo, `Keys ${stamp}`));

    const flows = new FlowsPage(page);
    await flows.open();
    await flows.search(stamp);
    await flows.choose(name, 'Duplicate');
    await expect(flows.rowOf(copy)).toContainText('Draft');

    await flows.press(name, 'ArrowUp');
    await expect(flows.link(copy)).toBeFocused();
    await flows.press(copy, 'F2');
    await flows.dialog.getByRole('textbox', { name: 'Name' }).fill(`Renamed ${stamp}`);
    await page.keyboard.press('Enter');
    await expect(flows.rowOf(`Renamed ${stamp}`)).toBeVisible();

    await flows.press(name, 'Delete');
    await expect(flows.rowOf(name)).toHaveCount(0);
    await expect(flows.link(`Renamed ${stamp}`)).toBeFocused();
    await page.getByText(`Flow “${name}” deleted.`).waitFor();
    await flows.undo();
    await expect(flows.rowOf(name)).toContainText('Live');

    await flows.choose(name, 'Delete');
    await expect(flows.rowOf(name)).toHaveCount(0);
    await flows.openDeleted();
    await expectAccessible(page);
    await flows.bringBack(name);
    await flows.open();
    await flows.search(stamp);
    await expect(flows.rowOf(name)).toContainText('Live');
  },
);
