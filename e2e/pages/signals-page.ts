import { type Locator, type Page } from '@playwright/test';

/** The list of signals. */
export class SignalsPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(flowId: string): Promise<void> {
    await this.#page.goto(`/signals?flow=${flowId}`);
  }

  row(text: string | RegExp): Locator {
    return this.#page.getByRole('row').filter({ hasText: text });
  }

  async unfoldSuppressed(): Promise<void> {
    await this.#page.getByRole('button', { name: /suppressed$/ }).click();
  }

  async openSignal(title: string): Promise<void> {
    await this.#page.getByRole('button', { name: title }).first().click();
  }

  get drawer(): Locator {
    return this.#page.getByRole('dialog');
  }

  async runByHand(): Promise<void> {
    await this.drawer.getByRole('button', { name: /^Run/ }).first().click();
  }
}
