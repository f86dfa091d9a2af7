import { type Download, type Locator, type Page, expect } from '@playwright/test';
import { boxOf } from '../support/box-of.ts';

/** Where on the canvas: pixels from its upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A flow open in the designer. */
export class DesignerPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(flowId: string, query = ''): Promise<void> {
    await this.#page.goto(`/flows/${flowId}${query}`);
    await expect(this.#page.getByRole('textbox', { name: 'Name of the flow' })).toBeVisible();
  }

  async rename(name: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: 'Name of the flow' });
    await field.fill(name);
    await field.press('Enter');
  }

  /** Saves the flow as a file from the menu of the header. */
  async export(): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: /^More for / }).click();
    await this.#page.getByRole('menuitem', { name: 'Export' }).click();
    return download;
  }

  get canvas(): Locator {
    return this.#page.getByRole('region', { name: 'Canvas' });
  }

  card(name: string): Locator {
    return this.canvas
      .getByRole('article')
      .filter({ has: this.#page.getByRole('heading', { name, exact: true }) });
  }

  /** The mark on a card whose outputs are pinned. It leads to them. */
  pinned(name: string): Locator {
    return this.card(name).getByRole('button', { name: `The outputs of ${name} are pinned` });
  }

  /** Where the name of the node to connect to is typed. */
  get connectSearch(): Locator {
    return this.#page.getByRole('combobox', { name: 'Connect to' });
  }

  /** Deletes the edge to a node, in the dialog that connects. */
  disconnectButton(target: string): Locator {
    return this.#page.getByRole('button', { name: `Delete the edge to ${target}` });
  }

  async showTab(name: 'Triggers' | 'Apps' | 'Tools' | 'Custom'): Promise<void> {
    await this.palette.getByRole('tab', { name }).click();
  }

  get palette(): Locator {
    return this.#page.getByRole('complementary', { name: 'Palette' });
  }

  /** What Tab reaches of a node: the frame around its card. */
  node(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${name}, `) });
  }

  /** The mark of a watched run at a node, which opens what it did there. */
  whatItDid(name: string): Locator {
    return this.card(name).getByRole('button', { name: /Show what the run did/ });
  }

  /** The colour of that mark, as CSS writes it. */
  markColour(name: string): Promise<string> {
    return this.whatItDid(name).evaluate((mark) => getComputedStyle(mark).backgroundColor);
  }

  paletteItem(label: string): Locator {
    return this.palette.getByRole('button', { name: new RegExp(`^${label}\\.`) });
  }

  /** Drags an entry of the palette onto the canvas. */
  async drag(label: string, to: Spot): Promise<void> {
    await this.paletteItem(label).dragTo(this.canvas, { targetPosition: to });
  }

  /** Drags an entry of the palette onto a node, which it then replaces. */
  async dragOnto(label: string, node: string): Promise<void> {
    await this.paletteItem(label).dragTo(this.card(node));
  }

  /** Replaces a node from its menu, by the keyboard alone. */
  async replace(node: string, by: string): Promise<void> {
    await this.node(node).focus();
    await this.press('Shift+F10');
    await this.#page.getByRole('menuitem', { name: 'Replace by …' }).press('Enter');
    await expect(this.#page.getByRole('combobox', { name: `Replace “${node}” by` })).toBeFocused();
    await this.#page.keyboard.type(by);
    await this.press('Enter');
  }

  /** What offers the tour. */
  get tourOffer(): Locator {
    return this.#page.getByRole('region', { name: 'New here?' });
  }

  /** A stop of the tour, or whichever is shown. */
  tourStop(title: string | RegExp = /./): Locator {
    return this.#page.getByRole('dialog', { name: title });
  }

  /** What the tour points at just now. */
  get tourFrame(): Locator {
    return this.#page.locator('[data-tour-frame]');
  }

  async takeTour(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Help' }).click();
    await this.#page.getByRole('menuitem', { name: 'Show me around' }).click();
  }

  /** The list of what is wrong with the drawing. */
  get problems(): Locator {
    return this.#page.getByRole('region', { name: 'Problems' });
  }

  async showProblems(): Promise<void> {
    await this.#page.getByRole('button', { name: /^\d+ problems?$/ }).click();
  }

  /** What repairs all broken pills of one source. */
  get repairs(): Locator {
    return this.#page.getByRole('dialog', { name: /^Repair the pills of/ });
  }

  /** A message that passes by itself. */
  message(text: string | RegExp): Locator {
    return this.#page.getByRole('listitem').filter({ hasText: text });
  }

  /** Drags from a node's way out, its only one or the named one, to another node's way in. */
  async connect(from: string, to: string, exit?: string): Promise<void> {
    const start = await centre(this.exit(from, exit));
    const end = await centre(this.canvas.getByLabel(`Way into ${to}`, { exact: true }));
    const { mouse } = this.#page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 5 });
    await mouse.move(end.x, end.y, { steps: 5 });
    await mouse.up();
  }

  /** A node's way out: its only one, or the named one. */
  exit(of: string, name?: string): Locator {
    const label = name === undefined ? `Way out of ${of}` : `Exit ${name} of ${of}`;
    return this.canvas.getByLabel(label, { exact: true });
  }

  edges(): Locator {
    return this.canvas.getByRole('img', { name: /^Edge from/ });
  }

  async openSettings(name: string): Promise<void> {
    await this.card(name).dblclick();
  }

  async press(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  }

  async redo(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Redo' }).click();
  }

  async publish(): Promise<void> {
    await this.publishButton.click();
  }

  async publishWithNote(note: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Publish with a note' }).click();
    const popover = this.#page.getByRole('dialog', { name: 'Publish with a note' });
    await popover.getByRole('textbox').fill(note);
    await popover.getByRole('button', { name: 'Publish' }).click();
  }

  get testButton(): Locator {
    return this.#page.getByRole('button', { name: 'Test', exact: true });
  }

  get runTestButton(): Locator {
    return this.#page.getByRole('button', { name: 'Run test' });
  }

  get publishButton(): Locator {
    return this.#page.getByRole('button', { name: 'Publish', exact: true });
  }

  /** Runs the draft with the sample that the Test dialog offers first. */
  async test(): Promise<void> {
    await this.testButton.click();
    await this.runTestButton.click();
  }

  /** Starts the published version by hand, with a payload. */
  async run(payload: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Run', exact: true }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Run this flow' });
    await dialog.getByRole('textbox', { name: 'Payload' }).fill(payload);
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  }

  /** Who else has the flow open. */
  get othersHere(): Locator {
    return this.#page.getByRole('button', { name: /others? (is|are) here/ });
  }

  /** What asks a person whose flow somebody else has saved meanwhile. */
  get conflict(): Locator {
    return this.#page.getByRole('dialog').filter({ hasText: /saved/ });
  }

  async expectPublished(): Promise<void> {
    await expect(this.#page.getByText(/^Live · v\d+/).first()).toBeVisible();
  }

  async expectSaved(): Promise<void> {
    await expect(this.#page.getByText(/saved \d/i).first()).toBeVisible();
  }

  /** Paints a run on the canvas by choosing it in the Activity panel. */
  async watch(title: RegExp): Promise<void> {
    await this.activity
      .getByRole('list', { name: 'Runs' })
      .getByRole('button', { name: title })
      .click();
  }

  /** Has the painted run go on from what failed. */
  async retry(): Promise<void> {
    await this.activity.getByRole('button', { name: 'Retry from here' }).click();
  }

  get activity(): Locator {
    return this.#page.getByRole('region', { name: 'Activity' });
  }
}

async function centre(locator: Locator): Promise<Spot> {
  const box = await boxOf(locator);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
