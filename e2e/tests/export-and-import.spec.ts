import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { ConnectionsPage } from '../pages/connections-page.ts';
import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

for (const theme of ['light', 'dark'] as const) {
  story.describe(theme, () => {
    story.use({ colorScheme: theme });

    story(
      'a flow leaves as a file and comes back bound to another connection',
      async ({ page, api, halo }) => {
        const stamp = `${theme} ${Date.now()}`;
        const connectionId = await api.connect(halo, `Old Halo ${stamp}`);
        await api.connect(halo, `New Halo ${stamp}`);
        const { id } = await api.publishFlow(`Night desk ${stamp}`, connectionId);
        const designer = new DesignerPage(page);
        await designer.open(id);
        const text = await textOf(await designer.export());
        expect(text).not.toContain(connectionId);

        const flows = new FlowsPage(page);
        await flows.open();
        const dialog = new ImportDialog(page);
        await dialog.open();
        await dialog.choose('night-desk.json', text);
        await expect(dialog.picture).toBeVisible();
        await expect(dialog.name).toBeFocused();
        await expect(dialog.root.getByText('Another flow has this name')).toBeVisible();
        await expect(dialog.need(`HaloITSM “Old Halo ${stamp}”`)).toHaveText(`Old Halo ${stamp}`);
        await expectAccessible(page);
        await page.screenshot({ path: `${process.env['E2E_DATA']}/pictures/import-${theme}.png` });

        await dialog.bind(`HaloITSM “Old Halo ${stamp}”`, `New Halo ${stamp}`);
        await dialog.name.fill(`Day desk ${stamp}`);
        await dialog.confirm();
        await flows.expectOpened();
        await expect(designer.card('Create Ticket')).toBeVisible();
        expect(await textOf(await designer.export())).toBe(
          text.replace(`Night desk ${stamp}`, `Day desk ${stamp}`).replace('Old Halo', 'New Halo'),
        );
      },
    );
  });
}

story(
  'a row of the list exports its flow, and the file is named after it',
  async ({ page, api }) => {
    const name = `Exported: a/b ${Date.now()}`;
    await api.send('POST', '/flows', { name, nodes: [], edges: [] });
    const flows = new FlowsPage(page);
    await flows.open();
    const download = await flows.export(name);
    expect(download.suggestedFilename()).toBe(`${name.replaceAll(/[:/]\s?/g, ' ')}.sluice.json`);
    await expect(page.getByText(`“${name}” was saved as a file`)).toBeVisible();
  },
);

story('what cannot be imported says why, and the keyboard alone leads on', async ({ page }) => {
  const flows = new FlowsPage(page);
  await flows.open();
  const dialog = new ImportDialog(page);
  await dialog.opener.press('Enter');
  await dialog.paste('Dear Sluice,');
  await expect(dialog.refusals).toContainText('Line 1, column 1');
  await dialog.drop('other.json', '{"format":"n8n"}');
  await expect(dialog.refusals).toContainText('This is not a flow file of Sluice.');
  await dialog.paste(JSON.stringify(fileOf({ type: 'acme.rocket' })));
  await expect(dialog.refusals).toContainText('acme.rocket');
  await expectAccessible(page);

  await dialog.paste(JSON.stringify(fileOf({})));
  await expect(dialog.picture).toBeVisible();
  await expect(dialog.root.getByRole('region', { name: 'Problems' })).toContainText('no trigger');
  await dialog.drop('other.json', '{"format":"n8n"}');
  await expect(dialog.refusals).toContainText('This is not a flow file of Sluice.');
  await dialog.paste(JSON.stringify(fileOf({})));
  await expect(dialog.picture).toBeVisible();
  await dialog.root.getByRole('button', { name: 'Another file' }).press('Enter');
  await expect(dialog.picture).toBeHidden();
  await expect(dialog.root.getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.opener).toBeFocused();
});

story('a missing connection is made on the way, or left open', async ({ page, api, halo }) => {
  const stamp = Date.now();
  const connectionId = await api.connect(halo, `Halo ${stamp}`);
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: `Open ${stamp}`,
    ...haloLoop(connectionId),
  });
  const file = await api.get<{ connections: { name: string }[] }>(`/flows/${id}/export`);
  const elsewhere = { ...file, connections: [{ ...file.connections[0], name: 'Elsewhere' }] };
  const flows = new FlowsPage(page);
  await flows.open();
  const dialog = new ImportDialog(page);
  await dialog.open();
  await dialog.paste(JSON.stringify(elsewhere));
  const label = 'HaloITSM “Elsewhere”';
  await expect(dialog.need(label)).toHaveText('Leave open');
  await expect(dialog.root).toContainText('Nothing is chosen yet for HaloITSM Incidents');

  await dialog.bind(label, 'New connection …');
  const { clientId, clientSecret, tenant } = await halo.credentials();
  const connections = new ConnectionsPage(page);
  await connections.fill({
    Name: `Made ${stamp}`,
    'Resource Server': `${halo.url}/api`,
    Tenant: tenant,
    'Client ID': clientId,
    'Client Secret': clientSecret,
  });
  await dialog.saveNewConnection();
  await expect(dialog.need(label)).toHaveText(`Made ${stamp}`);
  await dialog.bind(label, 'Leave open');
  await dialog.confirm();
  await flows.expectOpened();
  await expect(new DesignerPage(page).card('Create Ticket')).toBeVisible();
});

story('a file of a thousand nodes is seen and imported', async ({ page }) => {
  const steps = Array.from({ length: 1000 }, (_, index) => ({
    ...step,
    id: `s${index}`,
    name: `Step ${index}`,
    position: { x: (index % 40) * 260, y: Math.floor(index / 40) * 110 },
  }));
  const edges = steps.slice(1).map(({ id }, index) => ({ source: `s${index}`, target: id }));
  const flows = new FlowsPage(page);
  await flows.open();
  const dialog = new ImportDialog(page);
  await dialog.open();
  const large = { ...fileOf({}), nodes: steps, edges };
  await dialog.choose('large.json', JSON.stringify(large));
  await expect(dialog.picture).toHaveAccessibleName(/^A drawing of 1[,.]?000 nodes/);
  await page.screenshot({ path: `${process.env['E2E_DATA']}/pictures/import-large.png` });
  await dialog.confirm();
  await flows.expectOpened();
});

const step = { id: 's', kind: 'step', type: 'tools.set-values', name: 'Set Values' };

function fileOf(changes: object) {
  const nodes = [{ ...step, ...changes }];
  return { format: 'sluice-flow', formatVersion: 1, name: 'Small', nodes };
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
