import { ActivityPage } from '../pages/activity-page.ts';
import { DesignerPage } from '../pages/designer-page.ts';
import { expectAccessible } from '../support/accessible.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story(
  'a past run is shown on the canvas from the activity page, and the drawing of then can be looked at',
  async ({ page, api, halo }) => {
    const name = `Past ${Date.now()}`;
    const connectionId = await api.connect(halo, name);
    const { nodes, edges } = haloLoop(connectionId);
    const { id } = await api.send<{ id: string }>('POST', '/flows', { name, nodes, edges });
    const summary = `${name} ${'long '.repeat(6000)}`;
    const { requestId } = await api.send<{ requestId: string }>('POST', `/flows/${id}/test`, {
      nodeId: 'ticket',
      payload: { event: 'new ticket logged', ticket: { id: 5, summary: name, details: summary } },
    });
    const later = nodes.filter((node) => node.id !== 'note');
    const left = edges.filter((edge) => edge.target !== 'note');
    await api.putFlow(id, { version: 1, name, nodes: later, edges: left });

    const activity = new ActivityPage(page);
    await activity.open(`?run=${requestId}`);
    await expect(activity.run).toContainText('Succeeded');
    const link = await activity.copyLink();
    await activity.showOnCanvas();

    const designer = new DesignerPage(page);
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('Add Action')).toHaveCount(0);
    await page.getByRole('button', { name: 'Drawing of then' }).click();
    const then = page.getByRole('dialog', { name: 'Version 1, as the run followed it' });
    await expect(then.getByRole('article').filter({ hasText: 'Add Action' })).toHaveAttribute(
      'data-paint',
      'succeeded',
    );
    await expect(then.getByRole('region', { name: 'What has changed since' })).toContainText(
      'Add Action',
    );
    await expectAccessible(page);
    await designer.press('Escape');

    await page.goto(link);
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded');
    await designer.card('HaloITSM Incidents').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Show what the run did' }).click();
    const peek = page.getByRole('dialog', { name: 'What the run did at HaloITSM Incidents' });
    await expect(peek).toContainText(name);
    const download = page.waitForEvent('download');
    await peek.getByRole('link', { name: 'Download it whole' }).first().click();
    expect((await download).suggestedFilename()).toMatch(/^details.*\.txt$|\.json$/);
    await designer.press('Escape');
    await expect(peek).toBeHidden();
    await expect(designer.node('HaloITSM Incidents')).toBeFocused();
  },
);
