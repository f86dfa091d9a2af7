import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { ticketLogged } from '../support/payloads.ts';
import { expect, story } from '../support/story.ts';

const trigger = {
  id: 'ticket',
  kind: 'trigger',
  type: 'haloitsm.incidents',
  name: 'HaloITSM Incidents',
  position: { x: 40, y: 160 },
};

story(
  'a builder lets a condition decide, and watches runs go either way',
  async ({ page, api, request }) => {
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Tell VPN tickets apart',
      nodes: [trigger],
      edges: [],
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.showTab('Tools');
    await designer.drag('Condition', { x: 340, y: 120 });
    await designer.drag('Set Values', { x: 640, y: 80 });
    await designer.drag('Set Values', { x: 640, y: 260 });
    await designer.connect('HaloITSM Incidents', 'Condition');
    await designer.connect('Condition', 'Set Values', 'If true');
    await designer.connect('Condition', 'Set Values 2', 'If false');

    await designer.openSettings('Condition');
    const condition = new SettingsDialog(page, /Condition/);
    await condition.map({ output: 'Summary', of: 'HaloITSM Incidents' }, 'Value');
    await condition.choose('Comparison', 'contains');
    await condition.type('Compared with', 'vpn');
    await condition.press('Or');
    await condition.map({ output: 'Ticket ID', of: 'HaloITSM Incidents' }, 'Value, set 2');
    await condition.choose('Comparison, set 2', 'is less than');
    await condition.type('Compared with, set 2', '100');
    await condition.done();

    await designer.publish();
    await designer.expectPublished();
    const { url } = await api.get<{ url: string }>(`/flows/${id}/triggers/ticket`);

    const send = (number: number, summary: string) =>
      request.post(url, { data: ticketLogged({ id: number, summary, agentId: 27 }) });
    await send(7101, 'VPN is down');
    await designer.watch(/#7101/);
    await expect(designer.card('Set Values')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('Set Values 2')).toHaveAttribute('data-paint', 'skipped');

    await send(7102, 'Printer on fire');
    await designer.watch(/#7102/);
    await expect(designer.card('Set Values')).toHaveAttribute('data-paint', 'skipped');
    await expect(designer.card('Set Values 2')).toHaveAttribute('data-paint', 'succeeded');
  },
);
