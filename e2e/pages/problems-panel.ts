import { type Locator, type Page, expect } from '@playwright/test';

/** What is wrong with a drawing, listed beside it. */
export class ProblemsPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.getByRole('region', { name: 'Problems' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: /^\d+ problems?$/ }).click();
    await expect(this.root).toBeVisible();
  }

  /** One problem with what can be done about it. */
  problem(message: string): Locator {
    return this.root.getByRole('listitem').filter({ hasText: message });
  }

  /** Follows a problem to its place. */
  async goTo(message: string): Promise<void> {
    await this.problem(message).getByRole('button', { name: message }).click();
  }
}
