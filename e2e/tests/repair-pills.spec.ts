import { AxeBuilder } from '@axe-core/playwright';
import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

const pill = (nodeId: string, output: string) => ({ pill: { nodeId, output } });

/** The loop with a second action, so that two steps lean on Create Ticket. */
function leaningOnCreate(connectionId: string) {
  const { nodes, edges } = haloLoop(connectionId);
  const second = {
    id: 'close',
    kind: 'step',
    type: 'haloitsm.update-ticket',
    name: 'Close It',
    position: { x: 940, y: 160 },
    connectionId,
    inputs: { ticketId: [pill('create', 'ticketId')], summary: [pill('create', 'summary')] },
  };
  const edge = { id: 'e3', source: 'note', exit: 'next', target: 'close' };
  return { nodes: [...nodes, second], edges: [...edges, edge] };
}

story(
  'pills of a deleted step are marked, and repaired together from the list of problems',
  async ({ page, api, halo }) => {
    const connection = await api.connect(halo, `Repair ${Date.now()}`);
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Repair pills',
      ...leaningOnCreate(connection),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.node('Create Ticket').focus();
    await designer.press('Shift+Delete');
    await expect(designer.card('Create Ticket')).toHaveCount(0);

    await designer.showProblems();
    await designer.problems
      .getByRole('button', { name: /^Repair all/ })
      .first()
      .click();
    await expect(designer.repairs).toContainText('3 pills stand for nothing any more.');
    await expect(designer.repairs).toContainText('Repair the pills of “Create Ticket”');
    await expect(
      designer.repairs.getByRole('radio', { name: /The same outputs of “HaloITSM Incidents”/ }),
    ).toBeChecked();
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id: rule }) => rule)).toEqual([]);
    await designer.repairs.getByRole('button', { name: 'Repair', exact: true }).click();
    await expect(designer.message('3 pills repaired.')).toBeVisible();
    await expect(designer.problems).toContainText('No problems');

    await designer.message('3 pills repaired.').getByRole('button', { name: 'Undo' }).click();
    await expect(designer.problems.getByRole('button', { name: /^Repair all/ })).toHaveCount(3);
  },
);

story(
  'a builder repairs one pill, and all others of its source with it, from the settings of a step',
  async ({ page, api, halo }) => {
    const connection = await api.connect(halo, `Repair ${Date.now()}`);
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Repair one pill',
      ...leaningOnCreate(connection),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.node('Create Ticket').focus();
    await designer.press('Shift+Delete');

    await designer.openSettings('Close It');
    const close = new SettingsDialog(page, /Close It/);
    await close
      .pill('Ticket ID', /Create Ticket › Ticket ID\. The step it came from was deleted/)
      .click();
    const broken = close.popover('Create Ticket › Ticket ID');
    await expect(broken).toContainText('The step it came from was deleted.');
    await broken.getByRole('checkbox', { name: 'Do so for all 3 broken pills' }).check();
    await broken.getByRole('button', { name: /HaloITSM Incidents › Ticket ID/ }).click();
    await expect(close.input('Ticket ID')).toHaveText('HaloITSM Incidents › Ticket ID');
    await expect(close.input('Summary')).toHaveText('HaloITSM Incidents › Summary');
    await close.done();

    await designer.openSettings('Add Action');
    const note = new SettingsDialog(page, /Add Action/);
    await expect(note.input('Ticket ID')).toHaveText('HaloITSM Incidents › Ticket ID');
    await note.cancel();
    await designer.undo();
    await designer.openSettings('Add Action');
    await expect(note.pill('Ticket ID', /deleted/)).toBeVisible();
  },
);
