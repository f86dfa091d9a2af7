import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

interface Drawing {
  readonly nodes: readonly { readonly id: string; readonly inputs?: Record<string, unknown> }[];
}

story(
  'a builder leaves one input of an update out and empties another, and both can be told apart',
  async ({ page, api, halo }) => {
    const connectionId = await api.connect(halo, `Empty ${Date.now()}`);
    const [ticket] = haloLoop(connectionId).nodes;
    const update = {
      id: 'update',
      kind: 'step',
      type: 'haloitsm.update-ticket',
      name: 'Update Ticket',
      position: { x: 340, y: 160 },
      connectionId,
      inputs: { ticketId: [{ pill: { nodeId: 'ticket', output: 'ticketId' } }] },
    };
    const edges = [{ id: 'e1', source: 'ticket', exit: 'next', target: 'update' }];
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Leave out or empty',
      nodes: [ticket, update],
      edges,
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.openSettings('Update Ticket');
    const settings = new SettingsDialog(page, /Update Ticket/);

    await expect(settings.field('Team')).toContainText('Stays as it is');
    await expect(settings.field('Details')).toContainText('Stays as it is');
    await settings.press('Set to empty: Details');
    await expect(settings.field('Details')).toContainText('Will be set to empty');
    await expect(settings.field('Details').getByText('Empty', { exact: true })).toBeVisible();
    await expect(settings.field('Team').getByText('Empty', { exact: true })).toHaveCount(0);
    await settings.done();
    await designer.expectSaved();
    await expect(async () => {
      const { nodes } = await api.get<Drawing>(`/flows/${id}`);
      expect(nodes.find((node) => node.id === 'update')?.inputs).toEqual({
        ticketId: update.inputs.ticketId,
        details: [],
      });
    }).toPass();

    await designer.openSettings('Update Ticket');
    await expect(settings.field('Details')).toContainText('Will be set to empty');
    await settings.press('Leave as it is: Details');
    await expect(settings.field('Details')).toContainText('Stays as it is');
    await settings.type('Details', 'x');
    await designer.press('Backspace');
    await expect(settings.field('Details'), 'deleting what was typed leaves it out').toContainText(
      'Stays as it is',
    );
    await settings.done();
    await expect(async () => {
      const { nodes } = await api.get<Drawing>(`/flows/${id}`);
      expect(nodes.find((node) => node.id === 'update')?.inputs).toEqual(update.inputs);
    }).toPass();
  },
);
