import { type Locator, type Page, expect } from '@playwright/test';

/** The dialog that brings a flow in from a file. */
export class ImportDialog {
  readonly root: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.getByRole('dialog', { name: 'Import a flow' });
  }

  get opener(): Locator {
    return this.#page.getByRole('button', { name: 'Import', exact: true }).first();
  }

  async open(): Promise<void> {
    await this.opener.click();
    await expect(this.root).toBeVisible();
  }

  /** As from the list of files that the browser opens. */
  async choose(name: string, text: string): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.root.getByRole('button', { name: 'Choose a file' }).click();
    const buffer = Buffer.from(text);
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer });
  }

  async paste(text: string): Promise<void> {
    await this.root.getByRole('textbox', { name: 'Or paste its text' }).fill(text);
    await this.root.getByRole('button', { name: 'Look at it' }).click();
  }

  /** Drops a file onto the dialog, as from another window. */
  async drop(name: string, text: string): Promise<void> {
    const transfer = await this.#page.evaluateHandle(
      (file) => {
        const data = new DataTransfer();
        data.items.add(new File([file.text], file.name, { type: 'application/json' }));
        return data;
      },
      { name, text },
    );
    await this.root.dispatchEvent('dragover', { dataTransfer: transfer });
    await this.root.dispatchEvent('drop', { dataTransfer: transfer });
  }

  get refusals(): Locator {
    return this.root.getByRole('alert');
  }

  get picture(): Locator {
    return this.root.getByRole('img', { name: /^A drawing of/ });
  }

  get name(): Locator {
    return this.root.getByRole('textbox', { name: 'Name' });
  }

  need(label: string): Locator {
    return this.root.getByRole('combobox', { name: label });
  }

  async bind(label: string, choice: string): Promise<void> {
    await this.need(label).click();
    await this.#page.getByRole('option', { name: choice, exact: true }).click();
  }

  /** Keeps the connection that was being made, and returns to the import. */
  async saveNewConnection(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.root).toBeVisible();
  }

  async confirm(): Promise<void> {
    await this.root.getByRole('button', { name: 'Import', exact: true }).click();
  }
}
