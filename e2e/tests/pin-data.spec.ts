import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { expectAccessible } from '../support/accessible.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder pins what a step brought, edits it as JSON, and maps with it',
  async ({ page, api, halo }) => {
    const name = `Pinned ${Date.now()}`;
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name,
      ...haloLoop(await api.connect(halo, name)),
    });
    const { requestId } = await api.send<{ requestId: string }>('POST', `/flows/${id}/test`, {
      nodeId: 'ticket',
      payload: { event: 'new ticket logged', ticket: { id: 99, summary: name, agent_id: 27 } },
    });
    const designer = new DesignerPage(page);
    await designer.open(id, `?run=${requestId}`);
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
    await designer.card('Create Ticket').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin the outputs of this run' }).click();
    await designer.pinned('Create Ticket').click();

    const settings = new SettingsDialog(page, /Settings of Create Ticket/);
    await expect(settings.root).toContainText('A published run never does.');
    await settings.press('Edit as JSON');
    const outputs = settings.root.getByRole('textbox', { name: 'Outputs' });
    await outputs.fill('[1]');
    await expect(settings.root).toContainText('Outputs are an object');
    await outputs.fill(JSON.stringify({ ticketId: 4711, summary: 'Pinned by hand' }));
    await settings.press('Pin');
    await expectAccessible(page);
    await settings.done();

    await designer.openSettings('Add Action');
    const action = new SettingsDialog(page, /Settings of Add Action/);
    const pinned = action.output('Summary', 'Create Ticket Pinned values');
    await expect(pinned).toHaveAttribute('aria-description', /Pinned by hand/);
  },
);

story(
  'a test of the draft does not run a pinned step, says so, and runs it again once it is unpinned',
  async ({ page, api, halo }) => {
    const name = `Not run ${Date.now()}`;
    const { nodes, edges } = haloLoop(await api.connect(halo, name));
    const pinned = { outputs: { ticketId: 4242, summary: name } };
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name,
      nodes: nodes.map((node) => (node.id === 'create' ? { ...node, pinned } : node)),
      edges,
    });
    const { tickets } = await halo.state();
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.testButton.click();
    await expect(page.getByRole('dialog')).toContainText('“Create Ticket” is not run');
    await designer.runTestButton.click();
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'given');
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', /succeeded|failed/);
    expect((await halo.state()).tickets).toHaveLength(tickets.length);

    await designer.card('Create Ticket').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Unpin the outputs' }).click();
    await expect(designer.pinned('Create Ticket')).toHaveCount(0);
    await designer.press('Control+z');
    await expect(designer.pinned('Create Ticket')).toHaveCount(1);
  },
);
