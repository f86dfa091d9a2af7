import type { Locator, Page } from '@playwright/test';

/** The main navigation, and the page beside it. */
export class Sidebar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async go(name: string): Promise<void> {
    await this.link(name).click();
  }

  link(name: string): Locator {
    return this.#page.getByRole('navigation').getByRole('link', { name });
  }

  heading(name: string): Locator {
    return this.main.getByRole('heading', { name, level: 1 });
  }

  /** What scrolls. */
  get main(): Locator {
    return this.#page.getByRole('main');
  }

  /** What stands in place of a page that broke. */
  get failure(): Locator {
    return this.main.getByRole('alert');
  }
}
