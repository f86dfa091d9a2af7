import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { Keys } from '../support/keys.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder draws, maps, publishes and tests a flow by keyboard alone',
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
    for (const label of ['HaloITSM Incidents', 'Create Ticket', 'Add Action']) {
      await keys.type(label);
      await expect(designer.paletteItem(label)).toBeVisible();
      await keys.press('Enter', 'Escape');
      await expect(designer.card(label)).toBeVisible();
    }
    await expect(designer.edges()).toHaveCount(2);

    await keys.press('Escape');
    await expect(designer.node('Add Action')).toBeFocused();
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

    await keys.reach(designer.node('Create Ticket'), 'Shift+Tab');
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
    await expect(designer.testButton).toBeFocused();
    const { tickets, actions } = await halo.state();
    const made = tickets.filter(({ summary }) => summary.startsWith('Keys only: '));
    expect(made).toHaveLength(1);
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
