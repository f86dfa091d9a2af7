import { DesignerPage } from '../pages/designer-page.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder has one flow call another, runs it by hand, and sees both runs',
  async ({ page, api }) => {
    const empty = (name: string) =>
      api.send<{ id: string }>('POST', '/flows', { name, nodes: [], edges: [] });
    const called = await empty('Look a ticket up');
    const caller = await empty('Ask for a ticket');
    const designer = new DesignerPage(page);

    await designer.open(called.id);
    await designer.drag('Callable', { x: 60, y: 160 });
    await designer.showTab('Tools');
    await designer.drag('Respond', { x: 380, y: 160 });
    await designer.connect('Callable', 'Respond');
    await designer.openSettings('Callable');
    const callable = new SettingsDialog(page, /Callable/);
    await callable.press('Add input');
    await callable.type('Input', 'ticketId');
    await callable.type('Sample', '4243');
    await expect(callable.tab('Flood Control')).toBeHidden();
    await callable.done();
    await designer.openSettings('Respond');
    const respond = new SettingsDialog(page, /Respond/);
    await respond.map({ output: 'ticketId', of: 'Callable' }, 'Body (JSON)');
    await respond.done();
    await designer.publish();
    await designer.expectPublished();

    await designer.open(caller.id);
    await designer.drag('Manual', { x: 60, y: 160 });
    await designer.showTab('Tools');
    await designer.drag('Call a Flow', { x: 380, y: 160 });
    await designer.connect('Manual', 'Call a Flow');
    await designer.openSettings('Call a Flow');
    const call = new SettingsDialog(page, /Call a Flow/);
    await call.type('Flow', 'Look a');
    await call.choice('Look a ticket up').click();
    await call.press('Add flow input');
    await call.type('Flow input', 'tick');
    await call.choice('ticketId').click();
    await call.map({ output: 'Payload', of: 'Manual' }, 'Value');
    await call.done();
    await designer.publish();
    await designer.expectPublished();

    await designer.run('{"number": 7}');
    await expect(designer.card('Call a Flow')).toHaveAttribute('data-paint', 'succeeded');
    await designer.open(called.id);
    await designer.watch(/Called by another flow/);
    await expect(designer.card('Respond')).toHaveAttribute('data-paint', 'succeeded');

    const { items } = await api.get<{ items: readonly { id: string }[] }>(
      `/runs?flowId=${caller.id}`,
    );
    const run = await api.get<{ steps: Record<string, { outputs?: { answer?: unknown } }> }>(
      `/runs/${items[0]?.id}`,
    );
    const answers = Object.values(run.steps).map((step) => step.outputs?.answer);
    expect(answers).toContainEqual({ number: 7 });
  },
);
