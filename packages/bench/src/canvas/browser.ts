import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { administrator } from '../sluice/sluice-api.ts';

const onSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the Chromium that the browser tests use: `CHROMIUM_PATH`, the system's, or Playwright's own. */
export function startBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  const path = [named, ...onSystem].find((each) => each !== undefined && existsSync(each));
  return chromium.launch({
    ...(path !== undefined && { executablePath: path }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Otherwise the heap is told in steps of a tenth.
      '--enable-precise-memory-info',
    ],
  });
}

/** A browser that knows nothing of the site but who is logged in. */
export async function newVisitor(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
  });
  const { email, password } = administrator;
  const answer = await context.request.post('/api/v1/session', {
    headers: { Origin: url },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`Logging in was answered ${answer.status()}.`);
  return context;
}
