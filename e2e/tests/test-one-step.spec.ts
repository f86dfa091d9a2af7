import { ActivityPage } from '../pages/activity-page.ts';
import { DesignerPage } from '../pages/designer-page.ts';
import { StepTestTab } from '../pages/step-test-tab.ts';
import { haloLoop } from '../support/api.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder tests one step with samples and a value typed over, and only that step acts',
  async ({ page, api, halo }) => {
    const name = `Test of one step ${Date.now()}`;
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name,
      ...haloLoop(await api.connect(halo, name)),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.card('Create Ticket').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Test this step' }).click();
    const test = new StepTestTab(page, 'Create Ticket');
    await expect(test.warning).toContainText(name);
    await test.value('HaloITSM Incidents', 'Summary').fill(`${name}, typed`);
    await expect(test.becomes).toContainText(`${name}, typed`);
    await expectAccessible(page);

    await test.runButton.click();
    await expect(test.result).toContainText('Succeeded');
    await test.showTab(/^Inputs/);
    await expect(test.result).toContainText(`${name}, typed`);
    await test.showTab(/^HTTP/);
    await expect(test.result).toContainText('POST');
    await expectAccessible(page);
    const state = await halo.state();
    expect(state.tickets.filter(({ summary }) => summary.includes(`${name}, typed`))).toHaveLength(
      1,
    );
    const [ticket] = state.tickets.filter(({ summary }) => summary.includes(`${name}, typed`));
    const notes = state.actions.filter(({ ticket_id }) => ticket_id === ticket?.id);
    expect(notes.map(({ note }) => note)).not.toContainEqual(expect.stringContaining('Opened'));

    await test.showOnCanvas();
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('HaloITSM Incidents')).toHaveAttribute('data-paint', 'given');
    await expect(designer.card('Add Action')).not.toHaveAttribute('data-paint');
    const activity = new ActivityPage(page);
    await activity.open(`?flow=${id}`);
    await expect(activity.listed('Create Ticket')).toContainText('Test of one step');
  },
);

story(
  'a step that Halo fails is tested once, with the values of a run, and says why it failed',
  async ({ page, api, halo }) => {
    const flow = await api.publishFlow('Fails', await api.connect(halo, `Fails ${Date.now()}`));
    const { requestId } = await api.send<{ requestId: string }>('POST', `/flows/${flow.id}/test`, {
      nodeId: 'ticket',
      payload: {
        event: 'new ticket logged',
        ticket: { id: 99, summary: 'From a run', agent_id: 27 },
      },
    });
    const designer = new DesignerPage(page);
    await designer.open(flow.id, `?run=${requestId}`);
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
    await designer.openSettings('Create Ticket');
    await page.getByRole('dialog').getByRole('tab', { name: 'Test' }).click();
    const test = new StepTestTab(page, 'Create Ticket');
    await expect(test.source).toContainText('The run you are watching');
    await expect(test.value('HaloITSM Incidents', 'Summary')).toHaveValue('From a run');

    await halo.setQuirks({ failNext: { kind: 'unavailable', count: 1 } });
    await test.runButton.click();
    await expect(test.result).toContainText('Failed');
    await expect(test.result).toContainText(/503/);
    await test.runButton.click();
    await expect(test.result).toContainText('Succeeded');
  },
);
