import { type Page, expect } from '@playwright/test';

/** Fails when the page is wider than its window, as words too long for their place make it. */
export async function expectFitsSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, [role="dialog"]')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.tagName} is ${each.scrollWidth - each.clientWidth} px too wide`),
  );
  expect(wide).toEqual([]);
}
