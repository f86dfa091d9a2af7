import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { expect, story } from '../support/story.ts';

story(
  'what was drawn is saved by itself, survives a reload, and can be undone',
  async ({ page }) => {
    const flows = new FlowsPage(page);
    const designer = new DesignerPage(page);
    await flows.open();
    await flows.makeNew();
    await designer.showTab('Triggers');
    await designer.drag('HaloITSM Incidents', { x: 200, y: 160 });
    await designer.showTab('Apps');
    await designer.drag('Create Ticket', { x: 520, y: 160 });
    await designer.connect('HaloITSM Incidents', 'Create Ticket');
    await designer.expectSaved();

    await page.reload();
    await expect(designer.card('HaloITSM Incidents')).toBeVisible();
    await expect(designer.card('Create Ticket')).toBeVisible();
    await expect(designer.edges()).toHaveCount(1);

    await designer.showTab('Apps');
    await designer.drag('Add Action', { x: 520, y: 360 });
    await expect(designer.card('Add Action')).toBeVisible();
    await designer.undo();
    await expect(designer.card('Add Action')).toHaveCount(0);
    await designer.redo();
    await expect(designer.card('Add Action')).toBeVisible();
  },
);

story(
  'the second of two people to save is told, and nothing is overwritten',
  async ({ page, api, halo }) => {
    const { id } = await api.publishFlow('Shared', await api.connect(halo, `Shared ${Date.now()}`));
    const designer = new DesignerPage(page);
    await designer.open(id);
    await expect(designer.card('Create Ticket')).toBeVisible();

    const flow = await api.get<{ version: number; nodes: object[]; edges: object[] }>(
      `/flows/${id}`,
    );
    // Had nothing been changed here, the other draft would be taken over at once.
    await page.context().setOffline(true);
    await designer.rename('Renamed by me');
    await api.putFlow(id, { ...flow, name: 'Renamed by somebody else' });
    await page.context().setOffline(false);

    await expect(designer.conflict).toBeVisible();
    expect((await api.get<{ name: string }>(`/flows/${id}`)).name).toBe('Renamed by somebody else');
  },
);
