import type { Locator, Page } from '@playwright/test';
import { DesignerPage } from '../pages/designer-page.ts';
import { TemplatesPage } from '../pages/templates-page.ts';
import type { Furniture } from './furnish.ts';
import type { Halo } from './halo.ts';
import { passingScenes } from './passing-scenes.ts';
import { expect } from './story.ts';

/** Where a scene is set: a furnished server. */
export interface Stage extends Furniture {
  readonly page: Page;
  readonly halo: Halo;
}

/** Brings a page to a state that is worth looking at; resolves once it is there. */
export type Scene = (stage: Stage) => Promise<void>;

/** Every page, panel, dialog and state, by name. */
export const scenes: Readonly<Record<string, Scene>> = {
  flows: async ({ page }) => {
    await page.goto('/');
    await shown(page.getByRole('table'));
  },
  'flows, none found': async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('zzzz');
    await shown(page.getByRole('heading', { level: 2 }));
  },
  'flows, menu of a row': async ({ page }) => {
    await page.goto('/');
    await page
      .getByRole('button', { name: /^More for/ })
      .first()
      .click();
    await shown(page.getByRole('menu'));
  },
  'flows, a file to import': async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Import' }).click();
    await shown(page.getByRole('dialog'));
  },
  templates: async ({ page }) => {
    await page.goto('/templates');
    await shown(new TemplatesPage(page).cards.first());
  },
  'templates, one': async ({ page }) => {
    await page.goto('/templates');
    await new TemplatesPage(page).look('Alert → one ticket');
    await shown(new TemplatesPage(page).dialog.getByRole('img').first());
  },
  'flows, deleted': async ({ page }) => {
    await page.goto('/deleted-flows');
    await shown(page.getByRole('heading', { level: 1 }));
  },
  activity: async ({ page, succeeded }) => {
    await page.goto(`/runs?run=${succeeded}`);
    await shown(page.getByRole('tab').first());
  },
  'activity, failed': async ({ page, failed }) => {
    await page.goto(`/runs?run=${failed}`);
    await shown(page.getByRole('tab').first());
  },
  ...eachTab('activity', ({ failed }) => `/runs?run=${failed}`, [/Timeline/, /Log/]),
  'activity, none fits': async ({ page }) => {
    await page.goto('/runs');
    await page.getByRole('searchbox').first().fill('zzzzzz');
    await shown(page.getByRole('main').getByText(/No run/));
  },
  signals: async ({ page }) => {
    await page.goto('/signals');
    await shown(page.getByRole('table'));
  },
  'signals, one': async ({ page }) => {
    await page.goto('/signals');
    await page.getByRole('row').nth(2).click();
    await shown(page.getByRole('dialog'));
  },
  connections: async ({ page }) => {
    await page.goto('/connections');
    await shown(
      page
        .getByRole('main')
        .getByText(/Acme Halo/)
        .first(),
    );
  },
  'connections, new': async ({ page }) => {
    await page.goto('/connections');
    await page.getByRole('button', { name: 'New connection' }).first().click();
    await page.getByRole('menuitem').first().click();
    await shown(page.getByRole('dialog'));
  },
  'connections, one to be deleted': async ({ page }) => {
    await page.goto('/connections');
    await page
      .getByRole('button', { name: /^Delete Acme/ })
      .first()
      .click();
    await shown(page.getByRole('alertdialog').or(page.getByRole('dialog')));
  },
  constants: async ({ page }) => {
    await page.goto('/connections/constants');
    await shown(page.getByText(/On-call team/).first());
  },
  'constants, new': async ({ page }) => {
    await page.goto('/connections/constants');
    await page.getByRole('button', { name: 'New constant' }).first().click();
    await shown(page.getByRole('dialog'));
  },
  'settings, account': async ({ page }) => {
    await page.goto('/settings');
    await shown(page.getByRole('tab').first());
  },
  ...eachTab('settings', () => '/settings', [/Users/, /API keys/, /Retention/, /Audit/]),
  'settings, new user': async ({ page }) => {
    await page.goto('/settings');
    await page.getByRole('tab', { name: /Users/ }).click();
    await page.getByRole('button', { name: 'New user' }).click();
    await shown(page.getByRole('dialog'));
  },
  'settings, new key': async ({ page }) => {
    await page.goto('/settings');
    await page.getByRole('tab', { name: /API keys/ }).click();
    await page.getByRole('button', { name: 'New API key' }).first().click();
    await shown(page.getByRole('dialog'));
  },
  'nothing at the address': async ({ page }) => {
    await page.goto('/nowhere');
    await shown(page.getByRole('heading').first());
  },

  designer: async ({ page, flow }) => open(page, flow.id),
  'designer, a run on the canvas': async ({ page, flow, succeeded }) =>
    open(page, flow.id, `?run=${succeeded}`),
  'designer, a failed run': async ({ page, flow, failed }) => open(page, flow.id, `?run=${failed}`),
  'designer, problems and a note': async ({ page, draft }) => {
    await open(page, draft);
    await new DesignerPage(page).showProblems();
    await shown(page.getByRole('region', { name: 'Problems' }));
  },
  'designer, list': async ({ page, flow }) => {
    await open(page, flow.id);
    await page.getByRole('button', { name: 'Show as a list' }).click();
    await shown(page.getByRole('heading', { name: 'List of the flow' }).or(page.getByRole('tree')));
  },
  'designer, commands': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).node('Create Ticket').focus();
    await page.keyboard.press('Control+k');
    await shown(page.getByPlaceholder(/Type a command/));
  },
  'designer, shortcuts': async ({ page, flow }) => {
    await open(page, flow.id);
    await page.keyboard.press('?');
    await shown(page.getByRole('dialog'));
  },
  'designer, menu of a node': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).card('Create Ticket').click({ button: 'right' });
    await shown(page.getByRole('menu'));
  },
  'designer, everything selected': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).node('Create Ticket').focus();
    await page.keyboard.press('Control+a');
    await shown(page.getByText(/3 selected/));
  },
  'designer, replace by': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).node('Create Ticket').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Replace by …' }).press('Enter');
    await shown(page.getByRole('combobox', { name: /Replace/ }));
  },
  'designer, test': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).testButton.click();
    await shown(page.getByRole('dialog'));
  },
  'designer, versions': async ({ page, flow }) => {
    await open(page, flow.id);
    await page.getByRole('button', { name: 'Versions' }).click();
    await shown(page.getByRole('dialog'));
  },
  'designer, publish with a note': async ({ page, draft }) => {
    await open(page, draft);
    await page.getByRole('button', { name: 'Publish with a note' }).click();
    await shown(page.getByRole('dialog'));
  },
  'designer, help': async ({ page, flow }) => {
    await open(page, flow.id);
    await page.getByRole('button', { name: 'Help' }).click();
    await shown(page.getByRole('menu'));
  },
  'designer, a stop of the tour': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).takeTour();
    await shown(new DesignerPage(page).tourStop());
  },
  ...settings('HaloITSM Incidents', ['Settings', 'Outputs', 'Flood Control']),
  ...settings('Create Ticket', ['Setup', 'Connection', 'Retry & errors', 'Outputs', 'Test']),
  'settings of Create Ticket, a pill': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).openSettings('Create Ticket');
    await page.getByRole('dialog').locator('[data-pill]').first().click();
    await shown(page.getByRole('dialog').nth(1));
  },
  'settings of Create Ticket, outputs to pick': async ({ page, flow }) => {
    await open(page, flow.id);
    await new DesignerPage(page).openSettings('Create Ticket');
    const input = page.getByRole('dialog').getByRole('textbox', { name: 'Details' });
    await input.click();
    await page.keyboard.type('/');
    await shown(page.getByRole('option').first());
  },
  ...passingScenes,
};

function eachTab(
  name: string,
  address: (stage: Stage) => string,
  tabs: readonly RegExp[],
): Record<string, Scene> {
  return Object.fromEntries(
    tabs.map((tab): [string, Scene] => [
      `${name}, ${tab.source.toLowerCase()}`,
      async (stage) => {
        await stage.page.goto(address(stage));
        await stage.page.getByRole('tab', { name: tab }).first().click();
        await shown(stage.page.getByRole('tabpanel').first());
      },
    ]),
  );
}

function settings(node: string, tabs: readonly string[]): Record<string, Scene> {
  return Object.fromEntries(
    tabs.map((tab): [string, Scene] => [
      `settings of ${node}, ${tab.toLowerCase()}`,
      async ({ page, flow }) => {
        await open(page, flow.id);
        await new DesignerPage(page).openSettings(node);
        await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
        await shown(page.getByRole('tabpanel').last());
      },
    ]),
  );
}

async function open(page: Page, id: string, query = ''): Promise<void> {
  const designer = new DesignerPage(page);
  await designer.open(id, query);
  await shown(designer.canvas.getByRole('article').first());
}

function shown(locator: Locator): Promise<void> {
  return expect(locator).toBeVisible();
}
