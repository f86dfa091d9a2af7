import { type Locator, type Page, expect } from '@playwright/test';

/** The list of connections, and the dialog that makes or changes one. */
export class ConnectionsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('/connections');
  }

  async startNew(connector: string): Promise<void> {
    await this.#page
      .getByRole('button', { name: /New connection/ })
      .first()
      .click();
    const choice = this.#page.getByRole('menuitem', { name: connector });
    await choice.or(this.dialog).first().waitFor();
    if (await choice.isVisible()) await choice.click();
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog');
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await this.dialog.getByLabel(label, { exact: true }).fill(value);
    }
  }

  /** Presses *Test connection*; what it found. */
  async test(): Promise<Locator> {
    await this.dialog.getByRole('button', { name: 'Test connection' }).click();
    return this.dialog.getByRole('status', { name: 'Result of the test' });
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(this.dialog).toBeHidden();
  }

  row(name: string): Locator {
    return this.#page.getByRole('row').filter({ hasText: name });
  }

  async edit(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Edit ${name}` })
      .click();
  }
}
