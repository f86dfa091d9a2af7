import { type Locator, type Page, expect } from '@playwright/test';

/** The published versions of a flow, and what changed between them. */
export class VersionsDialog {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get root(): Locator {
    return this.#page.getByRole('dialog', { name: 'Versions' });
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Versions' }).click();
    await expect(this.root).toBeVisible();
  }

  version(number: number): Locator {
    return this.root
      .getByRole('list', { name: 'Published versions' })
      .getByRole('button', { name: `Version ${number}` });
  }

  async compareWith(what: string): Promise<void> {
    await this.root.getByRole('combobox', { name: 'Compare with' }).click();
    await this.#page.getByRole('option', { name: what }).click();
  }

  get changes(): Locator {
    return changesIn(this.root);
  }

  change(title: string): Locator {
    return this.changes.getByRole('button', { name: new RegExp(`^${title}`) });
  }

  /** A node in the drawing that shows both. */
  card(name: string): Locator {
    return cardIn(this.root, name);
  }

  async restore(): Promise<void> {
    await this.root.getByRole('button', { name: 'Restore into the draft' }).click();
  }
}

/** The list of changes of a dialog that compares two drawings. */
export function changesIn(dialog: Locator): Locator {
  return dialog.getByRole('list', { name: 'Changes' });
}

/** A card of the drawing in a dialog that compares two. */
export function cardIn(dialog: Locator, name: string): Locator {
  return dialog.getByRole('article').filter({
    has: dialog.page().getByRole('heading', { name, exact: true }),
  });
}
