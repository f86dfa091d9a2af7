import { DesignerPage } from '../pages/designer-page.ts';
import { ProblemsPanel } from '../pages/problems-panel.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { expectAccessible } from '../support/accessible.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder is led from each problem to its place, and puts some right by one press',
  async ({ page, api, halo }) => {
    const { nodes } = haloLoop(await api.connect(halo, `Problems ${Date.now()}`));
    const [ticket, create, note] = nodes;
    const { connectionId: _none, ...unconnected } = note!;
    const gone = [{ text: 'Opened because of ' }, { pill: { nodeId: 'lost', output: 'x' } }];
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'To be put right',
      nodes: [
        ticket,
        { ...create!, inputs: {} },
        { ...unconnected, inputs: { ...note!.inputs, note: gone } },
      ],
      edges: [{ id: 'e1', source: 'create', exit: 'next', target: 'note' }],
    });
    const designer = new DesignerPage(page);
    const problems = new ProblemsPanel(page);
    await designer.open(id);
    await problems.open();
    await expect(problems.problem('“Create Ticket” needs Summary.')).toContainText(
      'Without it there is nothing to be done, so the flow cannot be published. Fill in Summary.',
    );
    await expectAccessible(page);

    await problems
      .problem('Nothing leads to “Create Ticket”.')
      .getByRole('button', { name: 'Connect HaloITSM Incidents to Create Ticket' })
      .click();
    await expect(problems.problem('Nothing leads to “Create Ticket”.')).toHaveCount(0);
    await expect(problems.problem('Nothing follows “HaloITSM Incidents”.')).toHaveCount(0);
    await expect(designer.edges()).toHaveCount(2);
    await designer.undo();
    await expect(problems.problem('Nothing leads to “Create Ticket”.')).toBeVisible();
    await designer.redo();

    await problems
      .problem('Note of “Add Action” uses a step that was deleted.')
      .getByRole('button', { name: 'Remove the pill' })
      .click();
    await expect(problems.problem('Note of “Add Action” uses')).toHaveCount(0);

    await problems.goTo('“Add Action” has no connection.');
    const settings = new SettingsDialog(page, /Add Action/);
    await expect(settings.tab('Connection')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await problems.goTo('“Create Ticket” needs Summary.');
    await expect(new SettingsDialog(page, /Create Ticket/).input('Summary')).toBeFocused();
  },
);
