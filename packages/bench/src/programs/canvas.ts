import type { Browser, BrowserContext } from 'playwright-core';
import { newVisitor, startBrowser } from '../canvas/browser.ts';
import { drawLargeFlow } from '../canvas/draw-large-flow.ts';
import { dragCard, framesOf, pan, undo, zoom } from '../canvas/gestures.ts';
import { watchRun } from '../canvas/live-run.ts';
import { openFlow, weigh } from '../canvas/open-flow.ts';
import type { Program } from '../program.ts';
import { type Figure, atMost, shown } from '../report/figures.ts';
import { median, percentile } from '../report/percentile.ts';
import { printTable } from '../report/print-table.ts';
import { SluiceApi } from '../sluice/sluice-api.ts';
import { startSluice, withDataDir } from '../sluice/start-sluice.ts';

/** What a browser made of one flow. Times in milliseconds, sizes in KB and MB. */
interface Round {
  /** Until a browser that never was here has the drawing. */
  readonly first: number;
  readonly scripts: number;
  /** Until it has the drawing the next time. */
  readonly ready: number;
  readonly nodes: number;
  readonly heap: number;
  readonly pan: readonly number[];
  readonly zoom: readonly number[];
  readonly drag: readonly number[];
  readonly undo: number;
  readonly run: readonly number[];
  readonly crashes: number;
}

/** Large flows in the designer: opened, moved about, edited, and watched through a run. */
export const canvas: Program = {
  name: 'canvas',
  summary: 'The designer with large flows: first load, size, frames, undo, a live run.',
  options: {
    sizes: { initial: '200,500,1000', help: 'how many nodes the flows have' },
    rounds: { initial: '3', help: 'how often each is opened' },
  },

  run: (options) =>
    withDataDir(async (dataDir) => {
      const sluice = await startSluice(dataDir);
      const api = await SluiceApi.logIn(sluice.url);
      const browser = await startBrowser();
      const bySize = new Map<number, Round[]>();
      for (const size of options.text('sizes').split(',').map(Number)) {
        const flow = await api.publish(drawLargeFlow(size));
        const rounds: Round[] = [];
        for (let round = 0; round < options.number('rounds'); round++) {
          rounds.push(await measure(browser, sluice.url, flow));
        }
        bySize.set(size, rounds);
      }
      await browser.close();
      await sluice.process.end();
      printSizes(bySize);
      return [...bySize].flatMap(([size, rounds]) => judge(size, rounds));
    }),
};

async function measure(
  browser: Browser,
  url: string,
  flow: { readonly id: string; readonly url: string },
): Promise<Round> {
  const visitor = await newVisitor(browser, url);
  try {
    return await visit(visitor, flow);
  } finally {
    await visitor.close();
  }
}

async function visit(
  visitor: BrowserContext,
  flow: { readonly id: string; readonly url: string },
): Promise<Round> {
  const first = await openFlow(visitor, flow.id);
  await first.page.close();
  const { page, ready } = await openFlow(visitor, flow.id);
  let crashes = 0;
  page.on('crash', () => crashes++);
  page.on('pageerror', () => crashes++);
  const weight = await weigh(page);
  return {
    first: first.ready,
    scripts: first.scripts,
    ready,
    ...weight,
    pan: await framesOf(page, () => pan(page)),
    zoom: await framesOf(page, () => zoom(page)),
    drag: await framesOf(page, () => dragCard(page)),
    undo: await undo(page),
    run: await watchRun(page, flow.url),
    crashes,
  };
}

/** The middle of every figure; of frames, what 95 in 100 do not exceed. */
function middle(rounds: readonly Round[]) {
  const of = (name: 'first' | 'scripts' | 'ready' | 'nodes' | 'heap' | 'undo') =>
    median(rounds.map((round) => round[name]));
  const p95 = (name: 'pan' | 'zoom' | 'drag' | 'run') =>
    percentile(
      rounds.flatMap((round) => round[name]),
      0.95,
    );
  return {
    first: of('first'),
    scripts: of('scripts'),
    ready: of('ready'),
    nodes: of('nodes'),
    heap: of('heap'),
    pan: p95('pan'),
    zoom: p95('zoom'),
    drag: p95('drag'),
    undo: of('undo'),
    run: p95('run'),
    crashes: rounds.reduce((sum, round) => sum + round.crashes, 0),
  };
}

function printSizes(bySize: ReadonlyMap<number, readonly Round[]>): void {
  const heading = [
    'nodes of the flow',
    'first ms',
    'scripts KB',
    'ready ms',
    'DOM nodes',
    'heap MB',
    'pan p95 ms',
    'zoom p95 ms',
    'drag p95 ms',
    'undo ms',
    'run p95 ms',
    'crashes',
  ];
  const rows = [...bySize].map(([size, rounds]) => [
    `${size}`,
    ...Object.values(middle(rounds)).map(shown),
  ]);
  printTable('every figure at every size', [heading, ...rows]);
}

function judge(size: number, rounds: readonly Round[]): Figure[] {
  const { first, scripts, ready, nodes, heap, pan, zoom, drag, undo, run, crashes } =
    middle(rounds);
  const about = (property: string, unit = '') => ({ property: `${size} nodes: ${property}`, unit });
  if (size <= 200) {
    return [
      atMost(1500, first, about('first load', ' ms')),
      atMost(250, scripts, about('first JavaScript, gzip', ' KB')),
      atMost(1000, ready, about('ready', ' ms')),
      atMost(10_000, nodes, about('DOM nodes')),
      atMost(80, heap, about('heap', ' MB')),
    ];
  }
  if (size <= 500) {
    return [
      atMost(20, pan, about('panning, p95 frame', ' ms')),
      atMost(20, zoom, about('zooming, p95 frame', ' ms')),
      atMost(20, drag, about('dragging, p95 frame', ' ms')),
      atMost(100, undo, about('undo', ' ms')),
    ];
  }
  return [
    // Two frames of a screen of 60 Hz are 33.3 ms, which is what is meant.
    atMost(33, Math.round(run), about('a live run, p95 frame', ' ms')),
    atMost(0, crashes, about('crashes')),
  ];
}
