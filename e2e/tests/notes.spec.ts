import { DesignerPage } from '../pages/designer-page.ts';
import { Drawing } from '../pages/drawing.ts';
import { expectAccessible } from '../support/accessible.ts';
import { boxOf } from '../support/box-of.ts';
import { draftLoop } from '../support/flows.ts';
import { expect, story } from '../support/story.ts';

story(
  'a builder leaves notes on the drawing, beneath what is drawn, and finds them again',
  async ({ page, api }) => {
    const designer = new DesignerPage(page);
    const drawing = new Drawing(page);
    await designer.open(await draftLoop(api, 'Notes'));
    await expect(designer.card('Create Ticket')).toBeVisible();

    await designer.press('t');
    await expect(drawing.noteText).toBeFocused();
    await page.keyboard.type('Only at night.\n<b>Ask Ada</b>');
    await designer.press('Escape');
    const note = drawing.note('Only at night. <b>Ask Ada</b>');
    await expect(note).toBeFocused();

    const before = await boxOf(note);
    await designer.press('Alt+ArrowRight');
    await drawing.expectSaid('The note is 260 by 120 now.');
    await expect.poll(async () => (await boxOf(note)).width).toBeGreaterThan(before.width);
    await drawing.choose(note, 'Colour the note violet');
    await expect(note.getByRole('article')).toHaveAttribute('data-tone', 'trigger');

    await designer.press('Control+d');
    await expect(drawing.notes()).toHaveCount(2);
    await designer.undo();
    await expect(drawing.notes()).toHaveCount(1);
    await drawing.expectSaid('Undid: add Note “Only at night. <b>Ask Ada</b>”.');

    await designer.expectSaved();
    await page.reload();
    await expect(note).toBeVisible();
    await expectAccessible(page);
  },
);

story('a note lies beneath edges, which can still be taken hold of', async ({ page, api }) => {
  const id = await draftLoop(api, 'Beneath');
  const flow = await api.get<{ version: number; name: string; nodes: object[]; edges: object[] }>(
    `/flows/${id}`,
  );
  const note = { id: 'n', text: 'Beneath', position: { x: 20, y: 60 }, width: 900, height: 260 };
  await api.putFlow(id, { ...flow, notes: [note] });
  const designer = new DesignerPage(page);
  const drawing = new Drawing(page);
  await designer.open(id);
  await expect(drawing.note('Beneath')).toBeVisible();

  await drawing.pointAt('Create Ticket', 'Add Action');
  await drawing.insertHere.click();
  await drawing.pick('Wait');
  await expect(designer.card('Wait')).toBeVisible();
  await expect(designer.edges()).toHaveCount(3);
});

story('a note that was left empty leaves no trace', async ({ page, api }) => {
  const designer = new DesignerPage(page);
  const drawing = new Drawing(page);
  await designer.open(await draftLoop(api, 'Empty note'));
  await expect(designer.card('Create Ticket')).toBeVisible();
  await designer.press('t');
  await expect(drawing.noteText).toBeFocused();
  await designer.press('Escape');
  await expect(drawing.notes()).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
