import type { Page } from '@playwright/test';
import { DesignerPage } from '../pages/designer-page.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Api, haloLoop } from './api.ts';
import { draftLoop } from './flows.ts';
import type { Halo } from './halo.ts';
import { ticketLogged } from './payloads.ts';
import type { Scene } from './scenes.ts';
import { expect } from './story.ts';

/** States that pass: each scene brings its own about, and leaves those of others alone. */
export const passingScenes: Readonly<Record<string, Scene>> = {
  'log in': async ({ page }) => {
    await page.context().clearCookies();
    await page.goto('/login');
    await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  },
  'flows, what a file holds': async ({ page }) => {
    await page.goto('/');
    const dialog = new ImportDialog(page);
    await dialog.open();
    const { nodes, edges } = haloLoop('');
    const drawing = { nodes: nodes.map(({ connectionId: _none, ...node }) => node), edges };
    const file = { format: 'sluice-flow', formatVersion: 1, name: 'From elsewhere', ...drawing };
    await dialog.paste(JSON.stringify(file));
    await expect(dialog.picture).toBeVisible();
  },
  'flows, a file that is refused': async ({ page }) => {
    await page.goto('/');
    const dialog = new ImportDialog(page);
    await dialog.open();
    await dialog.paste('{"format":"n8n"}');
    await expect(dialog.refusals).toBeVisible();
  },
  'designer, nothing drawn yet': async ({ page }) => {
    const api = new Api(page.request);
    const { id } = await api.send<{ id: string }>('POST', '/flows', { name: 'Empty', nodes: [] });
    await page.goto(`/flows/${id}`);
    await expect(new DesignerPage(page).palette).toBeVisible();
  },
  'designer, a run that waits': async ({ page, halo }) => {
    const hour = { amount: [{ text: '1' }], unit: [{ text: 'hours' }] };
    const wait = { type: 'tools.wait', name: 'Wait', connectionId: undefined, inputs: hour };
    await openRun(page, await startRun(page, halo, { note: wait }));
    await expect(new DesignerPage(page).card('Wait')).toHaveAttribute('data-paint', 'waiting');
  },
  'designer, a run that tries again': async ({ page, halo }) => {
    const failing = { failNext: { kind: 'server-error', count: 1, path: '/api/Tickets' } };
    await halo.setQuirks(failing);
    const retry = { attempts: 3, firstDelaySeconds: 3600, longestDelaySeconds: 3600 };
    await openRun(page, await startRun(page, halo, { create: { retry } }));
    const card = new DesignerPage(page).card('Create Ticket');
    await expect(card).toHaveAttribute('data-paint', 'retrying');
  },
  'designer, offline': async ({ page, flow }) => {
    const designer = new DesignerPage(page);
    await designer.open(flow.id);
    await expect(designer.card('Create Ticket')).toBeVisible();
    await page.context().setOffline(true);
    await expect(page.getByText(/You are offline/)).toBeVisible();
  },
  'designer, somebody else saved first': async ({ page }) => {
    const api = new Api(page.request);
    const id = await draftLoop(api, 'Shared with Anna');
    const designer = new DesignerPage(page);
    await designer.open(id);
    await expect(designer.card('Create Ticket')).toBeVisible();
    // Without a line there is neither news of the other's draft nor a way to save one's own.
    await page.context().setOffline(true);
    await designer.rename('Renamed here');
    const flow = await api.get<Saved>(`/flows/${id}`);
    await api.putFlow(id, { ...flow, name: 'Renamed by Anna', edges: flow.edges.slice(1) });
    await page.context().setOffline(false);
    await expect(designer.conflict).toBeVisible();
  },
};

interface Saved {
  readonly version: number;
  readonly nodes: object[];
  readonly edges: object[];
}

interface StartedRun {
  readonly flowId: string;
  readonly runId: string;
}

/** Starts a run of *trigger → Create Ticket → Add Action*, drawn with changes to nodes by their ids. */
async function startRun(
  page: Page,
  halo: Halo,
  changes: Readonly<Record<string, object>>,
): Promise<StartedRun> {
  const api = new Api(page.request);
  const mark = `${Date.now()}`;
  const { nodes, edges } = haloLoop(await api.connect(halo, `Passing ${mark}`));
  const drawn = nodes.map((node) => ({ ...node, ...changes[node.id] }));
  const drawing = { name: `Passing ${mark}`, nodes: drawn, edges };
  const { id: flowId } = await api.send<{ id: string }>('POST', '/flows', drawing);
  await api.send('POST', `/flows/${flowId}/publish`);
  const { url } = await api.get<{ url: string }>(`/flows/${flowId}/triggers/ticket`);
  const data = ticketLogged({ id: 4243, summary: 'Antares API is slow', agentId: 1 });
  const { requestId } = await (await page.request.post(url, { data })).json();
  return { flowId, runId: requestId };
}

async function openRun(page: Page, { flowId, runId }: StartedRun): Promise<void> {
  await new DesignerPage(page).open(flowId, `?run=${runId}`);
}
