import { type RunDetail, isOver } from '@sluice/schema';
import { startTransition, useEffect, useRef, useState } from 'react';

/**
 * Milliseconds for which a run stands as it is, for each of its nodes, and the least and most. What changes
 * more often cannot be read, and the lists of a thousand take long to draw.
 */
const STANDS = { each: 1, least: 100, most: 1000 };

/**
 * A run as far as its lists and values show it: a moment behind the canvas while it goes on, and drawn
 * in the pauses between frames. Another run, and the end of this one, are shown at once.
 */
export function useReadable(run: RunDetail | undefined): RunDetail | undefined {
  const [shown, setShown] = useState(run);
  const shownAt = useRef(-Infinity);

  useEffect(() => {
    const isOn = run !== undefined && !isOver(run.status);
    const wait = isOn ? shownAt.current + standsFor(run) - performance.now() : 0;
    const timer = setTimeout(() => {
      shownAt.current = performance.now();
      startTransition(() => setShown(run));
    }, wait);
    return () => clearTimeout(timer);
  }, [run]);

  return shown?.id === run?.id ? shown : run;
}

function standsFor({ drawing }: RunDetail): number {
  const { each, least, most } = STANDS;
  return Math.min(most, Math.max(least, drawing.nodes.length * each));
}
