import type { Locator } from '@playwright/test';
import { DesignerPage } from '../pages/designer-page.ts';
import { Drawing } from '../pages/drawing.ts';
import { expectAccessible } from '../support/accessible.ts';
import { boxOf } from '../support/box-of.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

story(
  'several nodes are aligned, distributed and tidied up, each in one gesture that undo names',
  async ({ page, api }) => {
    const id = await draftLoop(api, 'Align');
    const flow = await api.get<{
      version: number;
      name: string;
      nodes: { id: string }[];
      edges: object[];
    }>(`/flows/${id}`);
    const places = [
      { x: 40, y: 160 },
      { x: 380, y: 300 },
      { x: 640, y: 180 },
    ];
    await api.putFlow(id, {
      ...flow,
      nodes: flow.nodes.map((node, index) => ({ ...node, position: places[index] })),
    });
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    const [trigger, create, action] = ['HaloITSM Incidents', 'Create Ticket', 'Add Action'].map(
      (name) => designer.node(name),
    ) as [
      ReturnType<typeof designer.node>,
      ReturnType<typeof designer.node>,
      ReturnType<typeof designer.node>,
    ];
    await designer.open(id);
    await expect(create).toBeVisible();

    await drawing.frame({ x: 20, y: 20 }, { x: 1000, y: 480 });
    await expect(drawing.selected()).toHaveCount(3);
    await expectAccessible(page);
    await drawing.selectionBar.getByRole('button', { name: /^Align top/ }).click();
    await drawing.expectSaid('2 nodes moved.');
    await expect.poll(() => lower(create, trigger)).toBe(0);
    await designer.undo();
    await drawing.expectSaid('Undid: move 2 nodes.');
    await expect.poll(() => lower(create, trigger)).toBeGreaterThan(0);

    await drawing.canvas.focus();
    await designer.press('Alt+Shift+h');
    await drawing.expectSaid('1 node moved.');
    await expect
      .poll(async () => (await gap(trigger, create)) - (await gap(create, action)))
      .toBeCloseTo(0, 0);

    await designer.press('Shift+t');
    await drawing.expectSaid('3 nodes have been tidied up.');
    await expect.poll(() => lower(create, action)).toBe(0);
    await designer.press('Control+z');
    await drawing.expectSaid('Undid: move 3 nodes.');
  },
);

/** How many pixels lower one card stands than another. */
async function lower(one: Locator, other: Locator): Promise<number> {
  return (await boxOf(one)).y - (await boxOf(other)).y;
}

/** How many pixels are between a card and the next. */
async function gap(one: Locator, next: Locator): Promise<number> {
  const { x, width } = await boxOf(one);
  return (await boxOf(next)).x - x - width;
}
