import type { Page } from 'playwright-core';
import { ticketDelivery } from '../peers/ticket-delivery.ts';
import { framesOf, hover } from './gestures.ts';

/** Milliseconds that a run may take to be over on the screen. */
const PATIENCE = 60_000;

/** Sends a signal to the flow on the page, and moves the pointer about until its run is over there; the frames. */
export function watchRun(page: Page, triggerUrl: string): Promise<number[]> {
  return framesOf(page, async () => {
    const answer = await fetch(triggerUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: ticketDelivery(`large ${Date.now()}`),
    });
    if (!answer.ok) throw new Error(`The signal was answered ${answer.status}.`);
    const deadline = Date.now() + PATIENCE;
    while (!(await isOver(page))) {
      if (Date.now() > deadline) throw new Error('The run was not over on the screen in time.');
      await hover(page);
    }
  });
}

/** No card is painted as under way or yet to come, once the run is painted at all. */
function isOver(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const paints = [...document.querySelectorAll<HTMLElement>('.node-card')].map(
      (card) => card.dataset['paint'],
    );
    return (
      paints.length > 0 && paints.every((paint) => paint === 'succeeded' || paint === 'skipped')
    );
  });
}
