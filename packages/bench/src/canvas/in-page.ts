/** What is written down within a measured page. */
export interface Noted {
  /** Milliseconds after the visit began at which the drawing was there; absent before. */
  readyAt?: number;
  /** Milliseconds between frames, while they are noted. */
  frames: number[];
  noting: boolean;
}

declare global {
  interface Window {
    noted: Noted;
  }
}

/**
 * Runs before the page's own scripts: notes when the drawing is there, and how long frames take. Handed
 * over as text, so that it may not reach for anything outside of itself.
 */
export function takeNotes(): void {
  const noted: Noted = { frames: [], noting: false };
  window.noted = noted;
  let before = performance.now();
  function onFrame(now: number): void {
    if (noted.noting) noted.frames.push(now - before);
    before = now;
    if (noted.readyAt === undefined && isThere()) {
      // What this frame draws is seen once the thread is free again.
      noted.readyAt = 0;
      setTimeout(() => (noted.readyAt = performance.now()));
    }
    requestAnimationFrame(onFrame);
  }
  /** A card is hidden until it has been measured and the whole drawing brought into view. */
  function isThere(): boolean {
    const card = document.querySelector('.react-flow__node');
    return card !== null && getComputedStyle(card).visibility === 'visible';
  }
  requestAnimationFrame(onFrame);
}
