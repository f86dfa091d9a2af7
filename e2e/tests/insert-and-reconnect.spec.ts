import { DesignerPage } from '../pages/designer-page.ts';
import { Drawing } from '../pages/drawing.ts';
import { boxOf } from '../support/box-of.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

interface Drawn {
  readonly version: number;
  readonly name: string;
  readonly nodes: object[];
}

story(
  'a step is put between two others from the edge, and taken out so that they join again',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'Insert'));
    await expect(designer.card('Create Ticket')).toBeVisible();

    await drawing.pointAt('Create Ticket', 'Add Action');
    await drawing.insertHere.click();
    await drawing.pick('Wait');
    await expect(designer.node('Wait')).toBeFocused();
    await expect(drawing.edge('Create Ticket', 'Wait')).toBeAttached();
    await expect(drawing.edge('Wait', 'Add Action')).toBeAttached();

    await designer.press('Shift+Delete');
    await drawing.expectSaid('Wait deleted.');
    await expect(drawing.edge('Create Ticket', 'Add Action')).toBeAttached();
    await expect(designer.node('Create Ticket')).toBeFocused();
    await designer.press('Control+z');
    await drawing.expectSaid('Undid: delete Wait.');
    await expect(designer.node('Wait')).toBeVisible();
    await expect(designer.edges()).toHaveCount(3);
  },
);

story(
  'a step is added from where an edge was let go, by a double click, and by keys',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'Quick add'));
    await expect(designer.card('Add Action')).toBeVisible();

    const way = await boxOf(designer.exit('Add Action'));
    await page.mouse.move(way.x + 5, way.y + 5);
    await page.mouse.down();
    await page.mouse.move(way.x + 40, way.y + 160, { steps: 6 });
    await page.mouse.up();
    await drawing.pick('Wait');
    await expect(drawing.edge('Add Action', 'Wait')).toBeAttached();

    await drawing.canvas.dblclick({ position: { x: 120, y: 60 } });
    await drawing.pick('Merge');
    await expect(designer.card('Merge')).toBeVisible();
    await expect(designer.edges()).toHaveCount(3);

    await designer.node('Create Ticket').focus();
    await designer.press('i');
    await drawing.pick('Stop');
    await expect(drawing.edge('Create Ticket', 'Stop')).toBeAttached();
    await expect(drawing.edge('Stop', 'Add Action')).toBeAttached();
  },
);

story(
  'a disabled Condition says by which exit runs pass over it, and they do',
  async ({ page, api, halo }) => {
    const connection = await api.connect(halo, `Pass ${Date.now()}`);
    const { id } = await api.publishFlow('Pass over', connection);
    const flow = await api.get<Drawn>(`/flows/${id}`);
    const condition = {
      id: 'which',
      kind: 'step',
      type: 'tools.condition',
      name: 'Condition',
      position: { x: 500, y: 320 },
      inputs: {},
      disabled: true,
    };
    await api.putFlow(id, {
      ...flow,
      nodes: [...flow.nodes, condition],
      edges: [
        { id: 'e1', source: 'ticket', exit: 'next', target: 'which' },
        { id: 'e2', source: 'which', exit: 'true', target: 'create' },
        { id: 'e3', source: 'which', exit: 'false', target: 'note' },
      ],
    });
    const designer = new DesignerPage(page);
    await designer.open(id);
    await expect(designer.card('Condition')).toContainText('Disabled → If true');
    await expect(designer.node('Add Action')).toHaveAttribute('aria-label', /problem/);
    await designer.test();
    await expect(designer.card('Create Ticket')).toHaveAttribute('data-paint', 'succeeded');
    await expect(designer.card('Add Action')).toHaveAttribute('data-paint', 'skipped');
  },
);
