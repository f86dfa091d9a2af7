import type { Locator, Page } from '@playwright/test';
import { SettingsDialog } from './settings-dialog.ts';

/** The Test tab in the settings of a step. */
export class StepTestTab {
  readonly #page: Page;
  readonly #root: Locator;

  constructor(page: Page, step: string) {
    this.#page = page;
    this.#root = new SettingsDialog(page, new RegExp(`Settings of ${step}`)).root;
  }

  /** Where the values are from that the step draws on. */
  get source(): Locator {
    return this.#root.getByRole('combobox', { name: 'Values from' });
  }

  async chooseSource(name: RegExp): Promise<void> {
    await this.source.click();
    await this.#page.getByRole('option', { name }).first().click();
  }

  /** A value that the step draws on, by the step it is from and its label. */
  value(source: string, output: string): Locator {
    return this.#root
      .getByRole('region', { name: 'Values it draws on' })
      .getByRole('textbox', { name: `${source} › ${output}` });
  }

  get warning(): Locator {
    return this.#root.getByText(/This step really changes something/);
  }

  /** What the inputs become with the chosen values. */
  get becomes(): Locator {
    return this.#root.getByRole('region', { name: 'What its inputs become' });
  }

  get runButton(): Locator {
    return this.#root.getByRole('button', { name: /^Test (this step|it again)$/ });
  }

  get result(): Locator {
    return this.#root.getByRole('region', { name: 'Result' });
  }

  async showTab(name: RegExp): Promise<void> {
    await this.result.getByRole('tab', { name }).click();
  }

  /** Pins what the test brought. */
  async pin(): Promise<void> {
    await this.result.getByRole('button', { name: 'Pin the outputs' }).click();
  }

  async showOnCanvas(): Promise<void> {
    await this.result.getByRole('button', { name: 'Show on the canvas' }).click();
  }
}
