import { type RefObject, useLayoutEffect, useRef } from 'react';
import { usePlace } from './place.ts';

/** How far each address was scrolled when it was last on the screen. */
const seen = new Map<string, number>();

interface ScrollPlace {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onScroll: () => void;
}

/**
 * For the element that scrolls the pages: one that is opened begins at its top, one that is come back
 * to stands where it stood.
 */
export function useScrollPlace(): ScrollPlace {
  const place = usePlace();
  const ref = useRef<HTMLElement>(null);

  function note() {
    if (ref.current) seen.set(place.path + place.search, ref.current.scrollTop);
  }

  useLayoutEffect(() => {
    if (!ref.current) return;
    const { path, search, came } = place;
    const address = path + search;
    if (came !== 'changed') {
      ref.current.scrollTop = came === 'stepped' ? (seen.get(address) ?? 0) : 0;
    }
    seen.set(address, ref.current.scrollTop);
  }, [place]);

  return { ref, onScroll: note };
}
