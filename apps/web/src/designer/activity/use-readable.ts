import { type RunDetail, isOver } from '@sluice/schema';
import { startTransition, useEffect, useRef, useState } from 'react';

/** Milliseconds for which a run stands as it is: more changes a second can be seen, but not read. */
const STANDS_MS = 500;

/**
 * A run as far as its lists and values show it: a moment behind the canvas while it goes on, and drawn
 * in the pauses between frames. Another run, and the end of this one, are shown at once.
 */
export function useReadable(run: RunDetail | undefined): RunDetail | undefined {
  const [shown, setShown] = useState(run);
  const shownAt = useRef(0);

  useEffect(() => {
    const isOn = run !== undefined && !isOver(run.status);
    const wait = isOn ? shownAt.current + STANDS_MS - performance.now() : 0;
    const timer = setTimeout(() => {
      shownAt.current = performance.now();
      startTransition(() => setShown(run));
    }, wait);
    return () => clearTimeout(timer);
  }, [run]);

  return shown?.id === run?.id ? shown : run;
}
