import { DesignerPage } from '../pages/designer-page.ts';
import { Drawing } from '../pages/drawing.ts';
import { SettingsDialog } from '../pages/settings-dialog.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

story(
  'steps travel by the clipboard from one flow to another, in another tab, as readable text',
  async ({ page, context, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'From here'));
    await designer.card('Create Ticket').click();
    await designer.press('s');
    await expect(drawing.selected()).toHaveCount(2);
    const text = await drawing.copy();
    await drawing.expectSaid('2 nodes copied.');
    expect(JSON.parse(text)).toMatchObject({ sluice: 'nodes', edges: [{ id: 'e2' }] });

    const other = await context.newPage();
    const there = new DesignerPage(other);
    await there.open(await draftLoop(api, 'To there'));
    await expect(there.card('Create Ticket')).toBeVisible();
    await there.press('Control+v');
    await expect(there.card('Create Ticket 2')).toBeVisible();
    await expect(there.card('Add Action 2')).toBeVisible();
    await expect(there.edges()).toHaveCount(3);

    await there.press('Escape');
    await there.connect('HaloITSM Incidents', 'Create Ticket 2');
    await there.openSettings('Create Ticket 2');
    await expect(new SettingsDialog(other, /Create Ticket 2/).input('Summary')).toContainText(
      'HaloITSM Incidents › Ticket ID',
    );
    await other.close();
  },
);

story('pills of what was not copied are spoken of', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  const drawing = new Drawing(page);
  const { id } = await api.send<{ id: string }>('POST', '/flows', { name: 'Bare', nodes: [] });
  await designer.open(await draftLoop(api, 'Pills'));
  await designer.card('Add Action').click();
  await designer.press('Control+c');
  await drawing.expectSaid('Node copied.');

  await designer.open(id);
  await designer.press('Control+v');
  await expect(designer.card('Add Action')).toBeVisible();
  await expect(designer.message('Node pasted')).toContainText(
    '2 pills draw on what was not copied (Create Ticket and HaloITSM Incidents)',
  );
});

story(
  'what is no drawing is refused with a reason, and nothing is taken',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'Hostile'));
    await expect(designer.card('Create Ticket')).toBeVisible();
    const hostile = [
      ['Dear all,', /holds no nodes/],
      ['{"nodes":[{"id":"__proto__","kind":"step","type":"a.b","name":"x"}]}', /not in order/],
      [
        '{"nodes":[{"id":"a","kind":"step","type":"a.b","name":"x","onclick":"alert(1)"}]}',
        /onclick/,
      ],
      [
        '{"nodes":[{"id":"a","kind":"step","type":"evil.step","name":"<img src=x onerror=alert(1)>"}]}',
        /no such kind/,
      ],
    ] as const;
    for (const [text, why] of hostile) {
      await drawing.setClipboard(text);
      await designer.press('Control+v');
      await expect(designer.message(why).first()).toBeVisible();
    }
    await expect(designer.canvas.getByRole('article')).toHaveCount(3);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  },
);
