/** Milliseconds after the pause at which a page that is never idle is called all the same. */
const LATEST = 3000;

/**
 * Calls back once the page has nothing else to do, which a page that is still being drawn has; at the
 * earliest after a pause of some milliseconds. Returns how to call that off.
 */
export function whenIdle(callback: () => void, pause: number): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Safari has no word for idle.
    if (!('requestIdleCallback' in window)) callback();
    else idle = requestIdleCallback(callback, { timeout: LATEST });
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
