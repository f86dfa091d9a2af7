import { type Locator, type Page, expect } from '@playwright/test';
import { copied } from '../support/copied.ts';

/** The settings of a trigger or a step. */
export class SettingsDialog {
  readonly #page: Page;
  readonly root: Locator;

  constructor(page: Page, name: string | RegExp) {
    this.#page = page;
    this.root = page.getByRole('dialog', { name });
  }

  async showTab(name: string | RegExp): Promise<void> {
    await this.tab(name).click();
  }

  input(label: string): Locator {
    return this.root
      .getByRole('textbox', { name: label, exact: true })
      .or(this.root.getByRole('combobox', { name: label, exact: true }));
  }

  /** A value of an earlier node, in the list at the right. */
  output(label: string, source: string): Locator {
    return this.root
      .getByRole('region', { name: source, exact: true })
      .getByRole('button', { name: label, exact: true });
  }

  /** Drags a value of an earlier node into an input. */
  async map(value: { output: string; of: string }, input: string): Promise<void> {
    await this.output(value.output, value.of).dragTo(this.input(input));
  }

  /** Types into an input, behind what is there. */
  async type(input: string, text: string): Promise<void> {
    await this.input(input).click();
    await this.#page.keyboard.press('End');
    await this.#page.keyboard.type(text);
  }

  tab(name: string | RegExp): Locator {
    return this.root.getByRole('tab', { name });
  }

  /** All connections that can be chosen. */
  connections(): Locator {
    return this.root.getByRole('radio');
  }

  /** A value that the menu behind `/` offers. */
  choice(label: string): Locator {
    return this.#page.getByRole('option', { name: new RegExp(label) }).first();
  }

  connection(name: string): Locator {
    return this.root.getByRole('radio', { name });
  }

  /** Chooses one of a short list. */
  async choose(list: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: list, exact: true }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  async press(button: string): Promise<void> {
    await this.root.getByRole('button', { name: button, exact: true }).click();
  }

  async chooseConnection(name: string): Promise<void> {
    await this.showTab(/^Connection/);
    await this.connection(name).click();
  }

  async done(): Promise<void> {
    await this.root.getByRole('button', { name: 'Done' }).click();
    await expect(this.root).toBeHidden();
  }

  /** All that belongs to an input: its help, its examples, what it will become. */
  field(label: string): Locator {
    const input = this.#page
      .getByRole('textbox', { name: label, exact: true })
      .or(this.#page.getByRole('combobox', { name: label, exact: true }));
    return this.root.locator('[data-input]').filter({ has: input });
  }

  /** Adds an input that is not on the form yet. */
  async addInput(label: string): Promise<void> {
    await this.root.getByRole('button', { name: 'Add input' }).click();
    await this.#page.keyboard.type(label);
    await this.#page.keyboard.press('Enter');
  }

  /** Shows the values of a run, or of what else can be chosen. */
  async showValues(of: string | RegExp): Promise<void> {
    await this.root.getByRole('combobox', { name: 'Whose values are shown' }).click();
    await this.#page.getByRole('option', { name: of }).click();
  }

  /** A pill within an input. */
  pill(input: string, name: string | RegExp): Locator {
    return this.input(input).getByRole('button', { name });
  }

  /** What opens on a pill. */
  popover(name: string | RegExp): Locator {
    return this.root.getByRole('dialog', { name });
  }

  async cancel(): Promise<void> {
    await this.root.getByRole('button', { name: 'Cancel' }).click();
    await expect(this.root).toBeHidden();
  }

  /** The trigger's URL, as Copy puts it on the clipboard. */
  async copyUrl(): Promise<string> {
    return copied(this.#page, () =>
      this.root
        .getByRole('button', { name: /Copy .*URL/i })
        .first()
        .click(),
    );
  }
}
