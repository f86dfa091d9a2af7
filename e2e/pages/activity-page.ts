import type { Locator, Page } from '@playwright/test';
import { copied } from '../support/copied.ts';

/** The page with the runs of all flows. */
export class ActivityPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(query = ''): Promise<void> {
    await this.#page.goto(`/runs${query}`);
  }

  async showFailed(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Failed', exact: true }).click();
  }

  async search(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: 'Search runs' }).fill(text);
  }

  /** A run in the list. */
  listed(title: string | RegExp): Locator {
    return this.#page
      .getByRole('list', { name: 'Runs' })
      .getByRole('listitem')
      .filter({ hasText: title });
  }

  /** The chosen run, beside the list. */
  get run(): Locator {
    return this.#page.getByRole('region', { name: 'Run', exact: true });
  }

  /** Copies the link of the chosen run. */
  /** The link to the chosen run, as it is copied. */
  copyLink(): Promise<string> {
    return copied(this.#page, () =>
      this.run.getByRole('button', { name: 'Copy the link' }).click(),
    );
  }

  /** Leads to the canvas of its flow, painted with the chosen run. */
  async showOnCanvas(): Promise<void> {
    await this.run.getByRole('link', { name: 'Show on the canvas' }).click();
  }

  /** Retries the failed runs that are ticked. */
  async retryTicked(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Retry ticked' }).click();
    await this.#page.getByRole('button', { name: 'Retry', exact: true }).click();
  }

  /** Begins the chosen run once more, and says yes when asked. */
  async runAgain(how: RegExp): Promise<void> {
    await this.run.getByRole('button', { name: 'Run again' }).click();
    await this.#page.getByRole('menuitem', { name: how }).click();
    await this.#page.getByRole('button', { name: 'Run again', exact: true }).last().click();
  }
}
