import { type Download, type Locator, type Page, expect } from '@playwright/test';

/** The list of flows. */
export class FlowsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('/');
    await expect(this.#page.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
  }

  async makeNew(): Promise<void> {
    await this.newButton.click();
    await this.expectOpened();
  }

  get newButton(): Locator {
    return this.#page.getByRole('button', { name: 'New flow' }).first();
  }

  /** That a flow has been opened in the designer. */
  async expectOpened(): Promise<void> {
    await this.#page.waitForURL(/\/flows\/[^/]+$/);
  }

  row(name: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: name });
  }

  /** Saves a flow as a file from the menu of its row. */
  async export(name: string): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: `More for ${name}` }).click();
    await this.#page.getByRole('menuitem', { name: 'Export' }).click();
    return download;
  }

  /** The row of exactly this flow. */
  rowOf(name: string): Locator {
    const link = this.#page.getByRole('link', { name, exact: true });
    return this.#page.getByRole('row').filter({ has: link });
  }

  get rows(): Locator {
    return this.#page.getByRole('table', { name: 'Flows' }).locator('tbody').getByRole('row');
  }

  async search(words: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: 'Search flows' }).fill(words);
  }

  /** Leaves the flows of one state, such as Draft. */
  async showState(state: string): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^${state}`) }).click();
  }

  /** Leaves the flows with a tag. */
  async showTag(tag: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^(All tags|Tag:)/ }).click();
    await this.#page.getByRole('menuitemcheckbox', { name: tag }).click();
  }

  /** Chooses from the menu of a flow. */
  async choose(name: string, item: string): Promise<void> {
    await this.openMenu(name);
    await this.menuItem(item).click();
  }

  async openMenu(name: string): Promise<void> {
    await this.rowOf(name)
      .getByRole('button', { name: /^More for/ })
      .click();
  }

  menuItem(name: string): Locator {
    return this.#page.getByRole('menuitem', { name });
  }

  /** Presses a key while the flow's name has the focus. */
  async press(name: string, key: string): Promise<void> {
    await this.#page.getByRole('link', { name, exact: true }).press(key);
  }

  /** The flow's link, which the keys walk along. */
  link(name: string): Locator {
    return this.#page.getByRole('link', { name, exact: true });
  }

  /** Adds a tag where the tags are edited: a dialog of the list, or the designer's header. */
  async addTag(tag: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: 'Add a tag' });
    await field.fill(tag);
    await field.press('Enter');
    await expect(this.#page.getByRole('button', { name: `Rename the tag ${tag}` })).toBeVisible();
  }

  /** Gives a tag another name where the tags are edited. */
  async renameTag(tag: string, name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Rename the tag ${tag}` }).click();
    await this.#page.getByRole('textbox', { name: `Name of the tag ${tag}` }).fill(name);
    await this.#page.keyboard.press('Enter');
  }

  /** Takes a tag away where the tags are edited. */
  async removeTag(tag: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Take the tag ${tag} away` }).click();
    await expect(this.#page.getByRole('button', { name: `Rename the tag ${tag}` })).toHaveCount(0);
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Undo' }).first().click();
  }

  /** Undoes from the keys: the notices first, then the button in them. */
  async pressUndo(): Promise<void> {
    await this.#page.keyboard.press('Alt+KeyT');
    await this.#page.getByRole('button', { name: 'Undo' }).first().press('Enter');
  }

  /** What is said in passing. */
  get notices(): Locator {
    return this.#page.getByRole('region', { name: /^Notifications/ });
  }

  async openDeleted(): Promise<void> {
    await this.#page.getByRole('link', { name: /^Recently deleted/ }).click();
    await expect(this.#page.getByRole('heading', { name: 'Recently deleted' })).toBeVisible();
  }

  async bringBack(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Bring ${name} back` }).click();
    await expect(this.row(name)).toHaveCount(0);
  }

  /** Opens the gallery of finished flows. */
  async openTemplates(): Promise<void> {
    await this.#page.getByRole('link', { name: 'From a template' }).first().click();
  }
}
