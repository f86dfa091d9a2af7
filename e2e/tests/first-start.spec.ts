import { expect, test } from '@playwright/test';
import { DesignerPage } from '../pages/designer-page.ts';
import { FlowsPage } from '../pages/flows-page.ts';
import { SetupPage } from '../pages/setup-page.ts';
import { SimulatorPage } from '../pages/simulator-page.ts';
import { startFresh } from '../support/fresh-server.ts';

test.use({ storageState: { cookies: [], origins: [] } });

test('the first user sets Sluice up with the demo, logs a ticket, and sees it run', async ({
  page,
  context,
}) => {
  test.skip(process.env['BASE_URL'] !== undefined, 'a running instance has been set up already');
  const fresh = await startFresh();
  try {
    const setup = new SetupPage(page);
    await setup.open(fresh.url);
    await setup.fill({
      code: 'AAAA-AAAA-AAAA',
      name: 'Ada',
      email: 'ada@example.com',
      password: 'a-long-enough-password',
    });
    await setup.submit();
    await expect(setup.error).toBeVisible();

    await setup.fill({
      code: fresh.code ?? '',
      name: 'Ada',
      email: 'ada@example.com',
      password: 'a-long-enough-password',
    });
    await setup.submit();
    const flows = new FlowsPage(page);
    await expect(flows.row('HaloITSM ticket')).toBeVisible();
    const [simulatorPage] = await Promise.all([
      context.waitForEvent('page'),
      setup.simulatorLink.click(),
    ]);
    const simulator = new SimulatorPage(simulatorPage);
    await simulator.logTicket('Disk full on db-1');
    await expect(simulator.ticket('Follow-up of')).toHaveCount(1);

    await flows.row('HaloITSM ticket').getByRole('link').first().click();
    const designer = new DesignerPage(page);
    await designer.watch(/Disk full on db-1/);
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
  } finally {
    fresh.stop();
  }
});
