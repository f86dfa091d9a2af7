import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { takeNotes } from './in-page.ts';

/** What opening a flow took. */
export interface Opening {
  readonly page: Page;
  /** Milliseconds until its drawing was there. */
  readonly ready: number;
  /** Kilobytes of scripts that came before, as gzip makes them. */
  readonly scripts: number;
}

/** Opens a flow in the designer and waits until its drawing is there. */
export async function openFlow(context: BrowserContext, flowId: string): Promise<Opening> {
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  let isReady = false;
  page.on('response', (response) => {
    if (isReady || !new URL(response.url()).pathname.endsWith('.js')) return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.addInitScript(takeNotes);
  await page.goto(`/flows/${flowId}`, { waitUntil: 'commit' });
  const ready = await page.waitForFunction(() => window.noted.readyAt || undefined);
  isReady = true;
  const sizes = await Promise.all(scripts);
  return {
    page,
    ready: Number(await ready.jsonValue()),
    scripts: sizes.reduce((sum, size) => sum + size, 0) / 1000,
  };
}

/** How much a page is, once what nothing holds any more was collected. */
export async function weigh(
  page: Page,
): Promise<{ readonly nodes: number; readonly heap: number }> {
  await page.waitForTimeout(1500);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return { nodes: of('Nodes'), heap: of('JSHeapUsedSize') / 1_000_000 };
}
