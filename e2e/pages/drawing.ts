import { type Locator, type Page, expect } from '@playwright/test';
import { boxOf } from '../support/box-of.ts';
import { copied } from '../support/copied.ts';
import type { Spot } from './designer-page.ts';

/** What is edited in the designer: the drawing or the list, notes, what is selected, commands. */
export class Drawing {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get canvas(): Locator {
    return this.#page.getByRole('region', { name: 'Canvas' });
  }

  notes(): Locator {
    return this.canvas.getByRole('group', { name: /^(Note “|Empty note)/ });
  }

  note(text: string): Locator {
    return this.canvas.getByRole('group', { name: `Note “${text}”` });
  }

  /** Where the text of a note is being written. */
  get noteText(): Locator {
    return this.#page.getByRole('textbox', { name: 'Note', exact: true });
  }

  /** The cards and notes that are selected. */
  selected(): Locator {
    return this.canvas.locator('article[data-selected]');
  }

  /** Draws a frame from one place of the canvas to another, with Shift. */
  async frame(from: Spot, to: Spot): Promise<void> {
    const box = await boxOf(this.canvas);
    const { mouse, keyboard } = this.#page;
    await keyboard.down('Shift');
    await mouse.move(box.x + from.x, box.y + from.y);
    await mouse.down();
    await mouse.move(box.x + to.x, box.y + to.y, { steps: 6 });
    await mouse.up();
    await keyboard.up('Shift');
  }

  /** What can be done with several selected things. */
  get selectionBar(): Locator {
    return this.#page.getByRole('toolbar', { name: 'What is selected' });
  }

  /** Chooses from the menu that a second click on something opens. */
  async choose(on: Locator, item: string, position?: Spot): Promise<void> {
    await on.click({ button: 'right', ...(position && { position }) });
    await this.menuItem(item).click();
  }

  menuItem(name: string): Locator {
    return this.#page.getByRole('menuitem', { name });
  }

  /** The search box of the menu from which a step is added. */
  get stepSearch(): Locator {
    return this.#page.getByRole('combobox', { name: 'Add a step' });
  }

  /** Adds the first step that a search finds, once the menu is open. */
  async pick(step: string): Promise<void> {
    await expect(this.stepSearch).toBeFocused();
    await this.#page.keyboard.type(step);
    await this.#page.keyboard.press('Enter');
    await expect(this.stepSearch).toBeHidden();
  }

  edge(from: string, to: string): Locator {
    return this.canvas.getByRole('img', { name: `Edge from ${from} to ${to}`, exact: true });
  }

  /** Points at the middle of an edge, on which its buttons then stand. */
  async pointAt(from: string, to: string): Promise<void> {
    const { x, y, width, height } = await boxOf(this.edge(from, to));
    await this.#page.mouse.move(x + width / 2, y + height / 2);
  }

  get insertHere(): Locator {
    return this.canvas.getByRole('button', { name: 'Insert a step here' });
  }

  /** What was last said to those who cannot see it. */
  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.#page.getByRole('status').filter({ hasText: words }).first()).toBeAttached();
  }

  /** The dialog that finds commands, nodes, flows and pages. */
  get commands(): Locator {
    return this.#page.getByRole('dialog', { name: 'Find a command' });
  }

  /** What it offers, in its order. */
  offered(): Locator {
    return this.commands.getByRole('option');
  }

  /** Opens it, types, and chooses what is found first. */
  async command(search: string): Promise<void> {
    await this.#page.keyboard.press('Control+k');
    await expect(this.commands.getByRole('combobox')).toBeFocused();
    await this.#page.keyboard.type(search);
    await this.#page.keyboard.press('Enter');
    await expect(this.commands).toBeHidden();
  }

  /** The flow as a list. */
  get list(): Locator {
    return this.#page.getByRole('tree', { name: 'List of the flow' });
  }

  item(name: string | RegExp): Locator {
    return this.list.getByRole('treeitem', { name });
  }

  /** Each line of the list with its level. */
  async lines(): Promise<string[]> {
    return this.list
      .getByRole('treeitem')
      .evaluateAll((items) =>
        items.map(
          (item) =>
            `${item.getAttribute('aria-level')} ${item.querySelector('b')?.textContent ?? item.textContent}`,
        ),
      );
  }

  async setClipboard(text: string): Promise<void> {
    await this.#page.evaluate((value) => navigator.clipboard.writeText(value), text);
  }

  /** What Ctrl+C puts on the clipboard. */
  copy(): Promise<string> {
    return copied(this.#page, () => this.#page.keyboard.press('Control+c'));
  }
}
