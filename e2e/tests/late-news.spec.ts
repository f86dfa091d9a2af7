import { DesignerPage } from '../pages/designer-page.ts';
import { expect, story } from '../support/story.ts';

story(
  'what a run did after it was fetched, and before news of it could come, is shown all the same',
  async ({ page, api }) => {
    const wait = { amount: [{ text: '2' }], unit: [{ text: 'seconds' }] };
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Late news',
      nodes: [
        {
          id: 'begin',
          kind: 'trigger',
          type: 'manual.start',
          name: 'Begin',
          position: { x: 40, y: 160 },
          inputs: {},
        },
        {
          id: 'wait',
          kind: 'step',
          type: 'tools.wait',
          name: 'Wait',
          position: { x: 340, y: 160 },
          inputs: wait,
        },
      ],
      edges: [{ id: 'e', source: 'begin', exit: 'next', target: 'wait' }],
    });
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    await page.route('**/api/v1/live*', async (route) => {
      await opened;
      await route.continue();
    });
    const { requestId } = await api.send<{ requestId: string }>('POST', `/flows/${id}/test`, {
      nodeId: 'begin',
      payload: {},
    });

    const designer = new DesignerPage(page);
    await designer.open(id, `?run=${requestId}`);
    await expect(designer.card('Wait')).toHaveAttribute('data-paint', 'waiting');
    await expect
      .poll(async () => (await api.get<{ status: string }>(`/runs/${requestId}`)).status)
      .toBe('succeeded');
    open();

    await expect(designer.card('Wait')).toHaveAttribute('data-paint', 'succeeded');
  },
);
