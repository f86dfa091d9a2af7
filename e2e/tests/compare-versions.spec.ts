import { DesignerPage } from '../pages/designer-page.ts';
import { VersionsDialog } from '../pages/versions-dialog.ts';
import { haloLoop } from '../support/api.ts';
import { expectAccessible, showTheme } from '../support/accessible.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder sees what changed between versions, and brings an old one back',
  async ({ page, api, halo }) => {
    const connection = await api.connect(halo, `Versions ${Date.now()}`);
    const { id } = await api.publishFlow('Compared', connection);
    const { nodes, edges } = haloLoop(connection);
    const [ticket, create, note] = nodes;
    const summary = [
      { text: 'Urgent: ' },
      { pill: { nodeId: 'ticket', output: 'summary', format: [{ name: 'upper' }] } },
    ];
    await api.putFlow(id, {
      name: 'Compared',
      version: 1,
      nodes: [
        ticket!,
        { ...create!, name: 'Open a follow-up', inputs: { ...create!.inputs, summary } },
        { ...note!, id: 'told', name: 'Tell the team', position: { x: 640, y: 320 } },
      ],
      edges: [edges[0]!, { id: 'e2', source: 'create', exit: 'next', target: 'told' }],
    });

    const designer = new DesignerPage(page);
    const versions = new VersionsDialog(page);
    await designer.open(id);
    await designer.publishWithNote('Say how urgent it is');
    await designer.expectPublished();

    await versions.open();
    await expect(versions.version(2)).toContainText('Say how urgent it is');
    await expect(versions.version(2)).toContainText(
      'Added Tell the team, removed Add Action, changed Open a follow-up',
    );
    await versions.version(1).click();
    await expect(versions.card('Open a follow-up')).toHaveAttribute('data-change', 'changed');
    await expect(versions.card('Tell the team')).toContainText('Added');
    await expect(versions.card('Add Action')).toContainText('Removed');
    await expect(versions.card('HaloITSM Incidents')).not.toHaveAttribute('data-change');

    await page.keyboard.press('n');
    const changed = versions.change('Open a follow-up');
    await expect(changed).toBeFocused();
    await expect(versions.changes).toContainText('Follow-up of HaloITSM Incidents › Ticket ID');
    await expect(versions.changes).toContainText(
      'Urgent: HaloITSM Incidents › Summary · upper case',
    );
    await page.keyboard.press('n');
    await expect(versions.change('Add Action')).toBeFocused();
    await page.keyboard.press('p');
    await expect(changed).toBeFocused();
    for (const colorScheme of ['light', 'dark'] as const) {
      await showTheme(page, colorScheme);
      await expectAccessible(page);
    }

    await versions.compareWith('Version 2');
    await expect(versions.card('Add Action')).toHaveAttribute('data-change', 'removed');

    await versions.restore();
    await expect(designer.card('Add Action')).toBeVisible();
    await expect(designer.card('Tell the team')).toHaveCount(0);
    await designer.undo();
    await expect(designer.card('Tell the team')).toBeVisible();
    await designer.expectSaved();
  },
);
