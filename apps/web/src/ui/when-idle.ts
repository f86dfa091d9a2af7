/**
 * Calls back once the page has nothing else to do, which a page that is still being drawn has; at the
 * earliest after a pause of some milliseconds. Returns how to call that off.
 */
export function whenIdle(callback: () => void, pause: number): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    // Safari has no word for idle.
    if (!('requestIdleCallback' in window)) callback();
    else idle = requestIdleCallback(callback);
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
