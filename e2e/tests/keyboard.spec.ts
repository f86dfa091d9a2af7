import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { draftLoop } from '../support/flows.ts';
import { Keys } from '../support/keys.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder draws, connects, maps, publishes and watches the Halo flow by keyboard alone',
  async ({ page, api, halo }) => {
    story.slow();
    const connection = `Halo by keys ${Date.now()}`;
    await api.connect(halo, connection);
    const flows = new FlowsPage(page);
    const designer = new DesignerPage(page);
    const keys = new Keys(page);

    await flows.open();
    await keys.reach(flows.newButton);
    await keys.press('Enter');
    await flows.expectOpened();
    await expect(designer.palette).toBeVisible();

    await keys.press('/');
    for (const label of ['HaloITSM Incidents', 'Create Ticket', 'Update Ticket', 'Add Action']) {
      await keys.type(label);
      await expect(designer.paletteItem(label)).toBeVisible();
      await keys.press('Enter', 'Escape');
      await expect(designer.card(label)).toBeVisible();
    }
    await expect(designer.edges()).toHaveCount(3);

    // Add Action shall follow Create Ticket, beside Update Ticket and not after it.
    await keys.press('Escape');
    await expect(designer.node('Add Action')).toBeFocused();
    await keys.press('p');
    await expect(designer.node('Update Ticket')).toBeFocused();
    await keys.press('c');
    await keys.reach(designer.disconnectButton('Add Action'), 'Shift+Tab');
    await keys.press('Enter', 'Escape');
    await expect(designer.edges()).toHaveCount(2);
    await keys.reach(designer.node('Create Ticket'), 'p');
    await keys.press('c');
    await expect(designer.connectSearch).toBeFocused();
    await keys.type('add act');
    await keys.press('Enter');
    await expect(designer.node('Create Ticket')).toHaveAccessibleName(
      /connected to Update Ticket and Add Action$/,
    );

    await keys.reach(designer.node('Update Ticket'), 'n');
    await keys.press('Enter');
    const update = new SettingsDialog(page, /Update Ticket/);
    await expect(update.input('Ticket ID')).toBeFocused();
    await keys.type('/create ticket id');
    await expect(update.choice('Ticket ID')).toBeVisible();
    await keys.press('Enter');
    await keys.reach(update.input('Status'));
    await keys.type('2');
    await keys.press('Escape');
    await chooseConnection(update);

    await keys.reach(designer.node('Add Action'), 'n');
    await keys.press('Enter');
    const note = new SettingsDialog(page, /Add Action/);
    await expect(note.input('Ticket ID')).toBeFocused();
    await keys.type('/create ticket id');
    await expect(note.choice('Ticket ID')).toBeVisible();
    await keys.press('Enter');
    await keys.reach(note.input('Outcome'));
    await keys.type('7');
    await keys.press('Escape');
    await keys.reach(note.input('Note'));
    await keys.type('Without a pointer.');
    await chooseConnection(note);

    await keys.reach(designer.node('Create Ticket'), 'p');
    await keys.press('Enter');
    const create = new SettingsDialog(page, /Create Ticket/);
    await expect(create.input('Summary')).toBeFocused();
    await keys.type('Keys only: /summary');
    await expect(create.choice('Summary')).toBeVisible();
    await keys.press('Enter');
    await chooseConnection(create);

    await keys.reach(designer.publishButton, 'Shift+Tab');
    await keys.press('Enter');
    await designer.expectPublished();
    await keys.reach(designer.testButton, 'Shift+Tab');
    await keys.press('Enter');
    await expect(designer.runTestButton).toBeFocused();
    await keys.press('Enter');
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('Update Ticket')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.testButton).toBeFocused();
    await keys.reach(designer.node('Create Ticket'));
    await expect(designer.whatItDid('Create Ticket')).toHaveAccessibleName(/^Done in this run/);
    const { tickets, actions } = await halo.state();
    const made = tickets.filter(({ summary }) => summary.startsWith('Keys only: '));
    expect(made).toHaveLength(1);
    expect(made[0]?.status_id).toBe(2);
    expect(actions).toContainEqual(
      expect.objectContaining({ ticket_id: made[0]?.id, note: 'Without a pointer.' }),
    );

    async function chooseConnection(dialog: SettingsDialog): Promise<void> {
      await keys.reach(dialog.tab('Setup'), 'Shift+Tab');
      await keys.press('ArrowRight');
      await keys.reach(dialog.connections().first());
      await keys.reach(dialog.connection(connection), 'ArrowDown');
      await keys.press('Space', 'Control+Enter');
      await expect(dialog.root).toBeHidden();
    }
  },
);

story('keys act on the node that has the focus when nothing is selected', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  const keys = new Keys(page);
  await designer.open(await draftLoop(api, 'Nothing selected'));
  await designer.node('Create Ticket').press('Control+a');
  await keys.press('Escape');
  await expect(designer.node('Create Ticket')).toBeFocused();
  await keys.press('d');
  await expect(designer.node('Create Ticket')).toHaveAccessibleName(/disabled/);
});

story(
  'a key pressed before what it does has come acts when it has, once',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    let letCome = () => {};
    const come = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route(/assets\/command-list-/, async (route) => {
      await come;
      await route.continue();
    });
    await designer.open(await draftLoop(api, 'Pressed early'));
    await designer.node('Create Ticket').press('d');
    await designer.node('Create Ticket').press('ArrowRight');
    await designer.expectSaved();
    await expect(designer.node('Create Ticket')).not.toHaveAccessibleName(/disabled/);
    letCome();
    await expect(designer.node('Create Ticket')).toHaveAccessibleName(/disabled/);
  },
);

story('what is dropped from the palette has the focus', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  await designer.open(await draftLoop(api, 'Dropped'));
  await designer.showTab('Apps');
  await designer.paletteItem('Update Ticket').dragTo(designer.canvas, {
    targetPosition: { x: 400, y: 60 },
  });
  await expect(designer.node('Update Ticket')).toBeFocused();
});
