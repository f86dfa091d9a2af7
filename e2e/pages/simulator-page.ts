import { type Locator, type Page } from '@playwright/test';

/** The Halo simulator's own page. */
export class SimulatorPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  async logTicket(summary: string, agent = 'Unassigned'): Promise<void> {
    await this.#page.getByLabel('Summary').fill(summary);
    await this.#page.getByLabel('Agent').selectOption({ label: agent });
    await this.#page.getByRole('button', { name: 'Log ticket' }).click();
  }

  ticket(summary: string): Locator {
    return this.#page
      .getByRole('table', { name: 'Tickets' })
      .getByRole('row')
      .filter({ hasText: summary });
  }

  action(note: string): Locator {
    return this.#page
      .getByRole('table', { name: 'Actions' })
      .getByRole('row')
      .filter({ hasText: note });
  }
}
