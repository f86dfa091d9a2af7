import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder replaces a step by another, keeps what fits, is told what does not, and takes it back',
  async ({ page, api, halo }) => {
    const connection = await api.connect(halo, `Replace ${Date.now()}`);
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Replace a step',
      ...haloLoop(connection),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);

    await designer.replace('Create Ticket', 'Update Ticket');
    await expect(designer.card('Create Ticket')).toHaveCount(0);
    await expect(designer.node('Update Ticket')).toBeFocused();
    await expect(designer.edges()).toHaveCount(2);
    await expect(designer.message('“Create Ticket” was replaced by Update Ticket.')).toContainText(
      'Kept: place, connection, Summary, Details, and 1 pill of another step.',
    );

    await designer.openSettings('Update Ticket');
    const update = new SettingsDialog(page, /Update Ticket/);
    await expect(update.input('Summary')).toContainText(
      'Follow-up of HaloITSM Incidents › Ticket ID',
    );
    await update.cancel();
    await designer.openSettings('Add Action');
    const action = new SettingsDialog(page, /Add Action/);
    await expect(action.input('Ticket ID')).toHaveText('Update Ticket › Ticket ID');
    await action.cancel();

    await designer.message('was replaced').getByRole('button', { name: 'Undo' }).click();
    await expect(designer.card('Create Ticket')).toBeVisible();
    await expect(designer.card('Update Ticket')).toHaveCount(0);
    await expect(designer.edges()).toHaveCount(2);
  },
);

story('what is dropped on a node from the palette takes its place', async ({ page, api, halo }) => {
  const connection = await api.connect(halo, `Drop ${Date.now()}`);
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'Drop on a step',
    ...haloLoop(connection),
  });
  const designer = new DesignerPage(page);
  await designer.open(id);
  await designer.showTab('Tools');
  await designer.dragOnto('Stop', 'Create Ticket');
  await expect(designer.card('Stop')).toBeVisible();
  await expect(designer.card('Create Ticket')).toHaveCount(0);
  await expect(designer.edges()).toHaveCount(1);
  await expect(designer.message('was replaced by Stop')).toContainText(
    'Not kept: connection, Summary, Details, the way Next, and Ticket ID, which Add Action uses.',
  );

  await designer.showTab('Triggers');
  await designer.dragOnto('HTTP Trigger', 'Stop');
  await expect(designer.card('Stop'), 'a trigger takes no step’s place').toBeVisible();
  await expect(designer.card('HTTP Trigger')).toBeVisible();
});
