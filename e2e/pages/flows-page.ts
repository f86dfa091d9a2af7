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
}
