import type { Page } from 'playwright-core';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Milliseconds between two movements of the mouse, as a screen of 60 Hz asks for. */
const TICK = 1000 / 60;
const MOVES = 90;
/** Pixels that the pointer is moved about. */
const REACH = 160;

/** Milliseconds of each frame while something is done, and a moment longer. */
export async function framesOf(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => Object.assign(window.noted, { frames: [], noting: true }));
  await act();
  return page.evaluate(() => {
    window.noted.noting = false;
    return window.noted.frames;
  });
}

/** Drags the drawing to and fro. */
export async function pan(page: Page): Promise<void> {
  const from = await emptySpot(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await moveAbout(page, from, MOVES);
  await page.mouse.up();
}

/** Moves the pointer over cards and edges, as somebody does who watches. */
export async function hover(page: Page): Promise<void> {
  const from = await cardSpot(page);
  await moveAbout(page, from, MOVES / 3);
}

/** Turns the wheel over the drawing, into it and out again. */
export async function zoom(page: Page): Promise<void> {
  const at = await emptySpot(page);
  await page.mouse.move(at.x, at.y);
  await inTime(MOVES, (move) => page.mouse.wheel(0, move < MOVES / 2 ? -40 : 40));
}

/** Drags a card about and lets go of it elsewhere. */
export async function dragCard(page: Page): Promise<void> {
  const from = await cardSpot(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await moveAbout(page, from, MOVES);
  await page.mouse.move(from.x + REACH, from.y + REACH / 2);
  await page.mouse.up();
}

/** Milliseconds from the key that takes back a drag until the card is seen where it was. */
export async function undo(page: Page): Promise<number> {
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>('.react-flow__node.selected');
    if (!card) throw new Error('The card that was dragged is not selected.');
    const place = card.style.transform;
    window.undone = new Promise((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          requestAnimationFrame(function look() {
            const isBack = card.style.transform !== place;
            if (!isBack) requestAnimationFrame(look);
            else setTimeout(() => resolve(performance.now() - timeStamp));
          });
        },
        { capture: true, once: true },
      );
    });
  });
  await page.keyboard.press('Control+z');
  return page.evaluate(() => window.undone);
}

declare global {
  interface Window {
    undone: Promise<number>;
  }
}

async function moveAbout(page: Page, from: Spot, moves: number): Promise<void> {
  await inTime(moves, (move) => {
    const turn = (move / 45) * 2 * Math.PI;
    return page.mouse.move(
      from.x + REACH * Math.sin(turn),
      from.y + (REACH / 2) * Math.sin(turn / 2),
    );
  });
}

/** Acts as often as the screen is drawn; what takes longer is not made up for. */
async function inTime(times: number, act: (time: number) => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await act(time);
    const left = TICK - (performance.now() - began);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}

/** A place where the drawing is empty, so that the mouse takes hold of the whole. */
function emptySpot(page: Page): Promise<Spot> {
  return spotOn(page, '.react-flow__pane');
}

/** A place on a card. */
function cardSpot(page: Page): Promise<Spot> {
  return spotOn(page, '.node-card');
}

/** Looks for something from the middle of the drawing outwards. */
async function spotOn(page: Page, selector: string): Promise<Spot> {
  const spot = await page.evaluate((wanted) => {
    const view = document.querySelector('.canvas')?.getBoundingClientRect();
    if (!view) return undefined;
    const middle = { x: view.left + view.width / 2, y: view.top + view.height / 2 };
    for (let step = 0; step < 4000; step++) {
      const turn = step * 2.4;
      const away = 5 * Math.sqrt(step);
      const x = middle.x + away * Math.cos(turn);
      const y = middle.y + away * Math.sin(turn);
      if (document.elementFromPoint(x, y)?.matches(`${wanted}, ${wanted} h2`)) return { x, y };
    }
    return undefined;
  }, selector);
  if (!spot) throw new Error(`Nothing in the middle of the drawing is ${selector}.`);
  return spot;
}
