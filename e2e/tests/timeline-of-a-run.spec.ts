import { DesignerPage } from '../pages/designer-page.ts';
import { RunTimelineView } from '../pages/run-timeline.ts';
import { ActivityPage } from '../pages/activity-page.ts';
import { type Api, haloLoop } from '../support/api.ts';
import { expectAccessible } from '../support/accessible.ts';
import type { Halo } from '../support/halo.ts';
import { expect, story } from '../support/story.ts';

story(
  'a run that was tried twice shows both attempts and the pause between, and why',
  async ({ page, api, halo }) => {
    const { id, requestId } = await runThatIsTriedTwice(api, halo);
    const designer = new DesignerPage(page);
    await designer.open(id, `?run=${requestId}`);
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded');

    await designer.activity.getByRole('tab', { name: 'Timeline' }).click();
    const timeline = new RunTimelineView(designer.activity);
    await expect(timeline.bars('Create Ticket')).toHaveCount(3);
    await expect(timeline.bar(/^Create Ticket, Attempt 1, failed/)).toBeVisible();
    await timeline.bar(/^Create Ticket, Pause/).hover();
    await expect(timeline.details).toContainText('Pause before the next attempt');

    await timeline.bar(/^Create Ticket, Attempt 1, failed/).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(timeline.bar(/^Create Ticket, Attempt 2/)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(timeline.bar(/^Add Action, Attempt 1/)).toBeFocused();
    await timeline.showList();
    await expect(timeline.list.filter({ hasText: 'Attempt 1, failed' })).toHaveCount(1);
    await expectAccessible(page);

    await timeline.bar(/^Create Ticket, Attempt 2/).click();
    await designer.activity.getByRole('tab', { name: /^Log/ }).click();
    await expect(designer.activity).toContainText(/Attempt 1 failed:/);
    await expect(designer.activity).toContainText(/Next attempt after/);
  },
);

story('the picture of a run is on the activity page too', async ({ page, api, halo }) => {
  const { requestId } = await runThatIsTriedTwice(api, halo);
  const activity = new ActivityPage(page);
  await activity.open(`?run=${requestId}`);
  await activity.run.getByRole('tab', { name: 'Timeline' }).click();
  const timeline = new RunTimelineView(activity.run);
  await expect(timeline.bars('Create Ticket')).toHaveCount(3);
  await timeline.zoomIn();
  await timeline.bar(/^Add Action, Attempt 1/).click();
  await expect(activity.run.getByRole('tab', { name: 'Inputs' })).toBeVisible();
});

async function runThatIsTriedTwice(api: Api, halo: Halo) {
  const { nodes, edges } = haloLoop(await api.connect(halo, `Timeline ${Date.now()}`));
  const retry = { attempts: 3, firstDelaySeconds: 0.2, longestDelaySeconds: 1 };
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'Tried twice',
    nodes: nodes.map((node) => (node.kind === 'step' ? { ...node, retry } : node)),
    edges,
  });
  await halo.setQuirks({ failNext: { kind: 'unavailable', count: 1 } });
  const { requestId } = await api.send<{ requestId: string }>('POST', `/flows/${id}/test`, {
    nodeId: 'ticket',
    payload: { event: 'new ticket logged', ticket: { id: 7, summary: 'Twice', agent_id: 27 } },
  });
  return { id, requestId };
}
