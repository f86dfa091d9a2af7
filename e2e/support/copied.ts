import { type Page, expect } from '@playwright/test';

/** What an action puts on the clipboard, which a page may do only after it has returned. */
export async function copied(page: Page, copy: () => Promise<void>): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await copy();
  await expect.poll(() => clipboard(page)).not.toBe('');
  return clipboard(page);
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
