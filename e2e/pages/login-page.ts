import { type Page, expect } from '@playwright/test';

export class LoginPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.goto('/login');
  }

  async logIn(email: string, password: string): Promise<void> {
    await this.#page.getByLabel('Email').fill(email);
    await this.#page.getByRole('textbox', { name: 'Password' }).fill(password);
    await this.#page.getByRole('button', { name: 'Log in' }).click();
    await expect(this.#page.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
  }
}
