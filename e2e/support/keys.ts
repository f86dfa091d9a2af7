import { type Locator, type Page, expect } from '@playwright/test';

/** A person without a pointer. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses a key, Tab unless another is given, until something has the focus. */
  async reach(target: Locator, key = 'Tab'): Promise<void> {
    const enough = 60;
    for (let presses = 0; presses < enough; presses += 1) {
      if (await hasFocus(target)) return;
      await this.press(key);
      await this.#drawn();
    }
    await expect(target, `${enough} presses of ${key} do not reach it`).toBeFocused();
  }

  /** A person sees where the focus went before pressing again; it moves with a frame. */
  async #drawn(): Promise<void> {
    await this.#page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        ),
    );
  }
}

/** Looks once, without waiting: what is not there has no focus. */
async function hasFocus(target: Locator): Promise<boolean> {
  const found = await target.evaluateAll((elements) =>
    elements.some((element) => element === document.activeElement),
  );
  return found;
}
