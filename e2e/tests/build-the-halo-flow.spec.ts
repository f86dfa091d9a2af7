import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { SimulatorPage } from '../pages/simulator-page.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder draws the HaloITSM flow by hand, publishes it, and watches a ticket run',
  async ({ page, context, api, halo, request }) => {
    story.slow();
    const connection = `Halo by hand ${Date.now()}`;
    await api.connect(halo, connection);
    const flows = new FlowsPage(page);
    const designer = new DesignerPage(page);

    await flows.open();
    await flows.makeNew();
    await designer.rename('Follow up on every ticket');

    await designer.showTab('Triggers');
    await designer.drag('HaloITSM Incidents', { x: 60, y: 120 });
    await designer.showTab('Apps');
    await designer.drag('Create Ticket', { x: 340, y: 120 });
    await designer.drag('Update Ticket', { x: 620, y: 120 });
    await designer.drag('Add Action', { x: 340, y: 300 });
    await designer.connect('HaloITSM Incidents', 'Create Ticket');
    await designer.connect('Create Ticket', 'Update Ticket');
    await designer.connect('Create Ticket', 'Add Action');

    await designer.openSettings('HaloITSM Incidents');
    const trigger = new SettingsDialog(page, /HaloITSM Incidents/);
    const url = await trigger.copyUrl();
    await trigger.done();
    expect(url).toContain('/api/integration/1/functions/');

    await designer.openSettings('Create Ticket');
    const create = new SettingsDialog(page, /Create Ticket/);
    await create.type('Summary', 'Follow-up of ');
    await create.map({ output: 'Ticket ID', of: 'HaloITSM Incidents' }, 'Summary');
    await create.type('Summary', ': ');
    await create.map({ output: 'Summary', of: 'HaloITSM Incidents' }, 'Summary');
    await create.map({ output: 'Details', of: 'HaloITSM Incidents' }, 'Details');
    await create.chooseConnection(connection);
    await create.done();

    await designer.openSettings('Update Ticket');
    const update = new SettingsDialog(page, /Update Ticket/);
    await update.map({ output: 'Ticket ID', of: 'Create Ticket' }, 'Ticket ID');
    await update.type('Status', '2');
    await update.chooseConnection(connection);
    await update.done();

    await designer.openSettings('Add Action');
    const note = new SettingsDialog(page, /Add Action/);
    await note.map({ output: 'Ticket ID', of: 'Create Ticket' }, 'Ticket ID');
    await note.type('Outcome', '7');
    await note.type('Note', 'Seen by ');
    await note.output('User Name', 'HaloITSM Incidents').click();
    await note.chooseConnection(connection);
    await note.done();

    await designer.publish();
    await designer.expectPublished();

    const answer = await request.post(url, { data: await api.sample('New ticket, assigned') });
    expect(answer.status()).toBe(202);

    await expect(
      designer.activity.getByText('#5317 Checkout is slow for all customers').first(),
    ).toBeVisible();
    await expect(designer.activity).toContainText('Succeeded');
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('Update Ticket')).toHaveAttribute('data-paint', 'succeeded');

    const simulator = new SimulatorPage(await context.newPage());
    await simulator.open(halo.url);
    const made = simulator.ticket('Follow-up of 5317: Checkout is slow for all customers');
    await expect(made).toHaveCount(1);
    await expect(made).toContainText('In Progress');
    await expect(simulator.action('Seen by Ines Okafor')).toHaveCount(1);
  },
);
