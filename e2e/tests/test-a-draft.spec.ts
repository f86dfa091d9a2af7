import { DesignerPage } from '../pages/designer-page.ts';
import { haloLoop } from '../support/api.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder tests the draft with a sample and sees on the canvas what happened',
  async ({ page, api, halo }) => {
    const connectionId = await api.connect(halo, `Test ${Date.now()}`);
    const { id } = await api.send<{ id: string }>('POST', '/flows', {
      name: 'Never published',
      ...haloLoop(connectionId),
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await designer.test();

    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'succeeded');
    await designer.card('Create Ticket').click();
    await designer.activity.getByRole('tab', { name: 'Outputs' }).click();
    await expect(designer.activity.getByText('Ticket ID').first()).toBeVisible();
  },
);

story('a step that Halo refuses is red, and says what Halo said', async ({ page, api, halo }) => {
  const connectionId = await api.connect(halo, `Refused ${Date.now()}`);
  const drawing = haloLoop(connectionId);
  const nodes = drawing.nodes.map((node) =>
    node.id === 'note' ? { ...node, inputs: { ...node.inputs, outcome: [{ text: '999' }] } } : node,
  );
  const { id } = await api.send<{ id: string }>('POST', '/flows', {
    name: 'Refused',
    nodes,
    edges: drawing.edges,
  });
  const designer = new DesignerPage(page);
  await designer.open(id);
  await designer.test();

  await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'failed');
  const done = await designer.markColour('Create Ticket');
  expect(await designer.markColour('Add Action')).not.toBe(done);
  await designer.card('Add Action').click();
  await expect(designer.activity).toContainText(/outcome|access/i);
});
