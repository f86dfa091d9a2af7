import { type Locator, type Page } from '@playwright/test';

/** The first page of a new installation. */
export class SetupPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(origin: string): Promise<void> {
    await this.#page.goto(`${origin}/setup`);
  }

  async fill(given: {
    code: string;
    name: string;
    email: string;
    password: string;
  }): Promise<void> {
    await this.#page.getByLabel('One-time code').fill(given.code);
    await this.#page.getByLabel('Your name').fill(given.name);
    await this.#page.getByLabel('Email').fill(given.email);
    await this.#page.getByRole('textbox', { name: 'Password' }).fill(given.password);
  }

  async submit(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Set up Sluice' }).click();
  }

  get error(): Locator {
    return this.#page.getByRole('alert').first();
  }

  get simulatorLink(): Locator {
    return this.#page.getByRole('link', { name: /Halo simulator/ });
  }
}
