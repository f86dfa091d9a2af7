import { type Locator, type Page, expect } from '@playwright/test';

/** The gallery of finished flows. */
export class TemplatesPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  card(name: string): Locator {
    return this.#page.getByRole('link').filter({ hasText: name });
  }

  get cards(): Locator {
    return this.#page.getByRole('main').getByRole('listitem').getByRole('link');
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  /** Looks at a template. */
  async look(name: string): Promise<void> {
    await this.card(name).click();
    await expect(this.#page.getByRole('dialog', { name })).toBeVisible();
  }

  async rename(name: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Name of the flow' }).fill(name);
  }

  /** Chooses a connection of a kind. */
  async bind(kind: string, connection: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: kind }).click();
    await this.#page.getByRole('option', { name: connection }).click();
  }

  async make(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Make the flow' }).click();
    await this.#page.waitForURL(/\/flows\/[^/]+$/);
  }
}
