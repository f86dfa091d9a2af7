import type { Page } from '@playwright/test';

/** The menu of who is logged in, at the lower left of every page but the designer. */
export class UserMenu {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** By the name that a language gives itself. The page loads again in it. */
  async chooseLanguage(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^(Account of|Konto von) / }).click();
    const loaded = this.#page.waitForEvent('load');
    await this.#page.getByRole('menuitemcheckbox', { name }).click();
    await loaded;
  }
}
