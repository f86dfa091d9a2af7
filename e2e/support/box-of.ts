import { type Locator, expect } from '@playwright/test';

/** Where something is on the screen, once it has stood there for a moment. */
export async function boxOf(locator: Locator) {
  await expect
    .poll(async () => {
      const before = await locator.boundingBox();
      await locator.page().waitForTimeout(50);
      return before && JSON.stringify(await locator.boundingBox()) === JSON.stringify(before);
    })
    .toBe(true);
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return box;
}
