import type { Go, Place } from './place.ts';

/** A page whose script has to be fetched before it can be shown. */
export interface FetchedPage {
  readonly fetch: () => Promise<void>;
}

/** The ways through the browser's history. */
export interface PageHistory {
  readonly go: Go;
  /** To be called when the browser has stepped through its history. */
  readonly step: () => void;
}

/** The place that the browser's address names. */
export function browserPlace(came: Place['came']): Place {
  const { pathname, search } = window.location;
  return { path: pathname, search, came };
}

/** Milliseconds for which the page on the screen stays while the script of the next one comes. */
const PATIENCE = 1000;

/**
 * Moves through the browser's history without leaving a page before the script of the next one is
 * there. One that takes long, or cannot be had, is gone to all the same, since it says so itself. The
 * last move counts. `pageAt` gives the page at a path, undefined when that needs no script of its own.
 */
export function createPageHistory(
  pageAt: (path: string) => FetchedPage | undefined,
  show: (place: Place) => void,
): PageHistory {
  let shown = pageAt(window.location.pathname);
  let latest = 0;
  void shown?.fetch().catch(() => undefined);

  async function move(path: string, arrive: (came: 'opened' | 'changed') => void): Promise<void> {
    const page = pageAt(path);
    const turn = ++latest;
    const isOther = page !== shown;
    if (page && isOther && navigator.onLine) {
      await Promise.race([page.fetch().catch(() => undefined), patience()]);
    }
    if (turn !== latest) return;
    shown = page;
    arrive(isOther ? 'opened' : 'changed');
  }

  const go: Go = (to, { replace = false } = {}) => {
    const url = new URL(to, window.location.href);
    const write = (came: 'opened' | 'changed') => {
      // As a browser does when a page links to itself.
      const isReplaced = replace || url.href === window.location.href;
      window.history[isReplaced ? 'replaceState' : 'pushState'](null, '', url);
      show(browserPlace(came));
    };
    // What a page notes in its own address must not stop somebody on their way to another.
    if (replace && pageAt(url.pathname) === shown) write('changed');
    else void move(url.pathname, write);
  };

  function step(): void {
    void move(window.location.pathname, () => show(browserPlace('stepped')));
  }

  return { go, step };
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}
