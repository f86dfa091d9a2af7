import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Pixels from sight at which something is drawn. */
const NEAR = '600px';

interface WhenNearProps {
  /** Pixels that it takes while it is not drawn. */
  readonly height: number;
  readonly children: () => ReactNode;
}

/**
 * A part of a long list that is drawn once it has come near to being seen. Until then it only takes its
 * room, so that a list of a thousand lines costs what is seen of it.
 */
export function WhenNear({ height, children }: WhenNearProps) {
  const room = useRef<HTMLLIElement>(null);
  const [isNear, setNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const element = room.current;
    if (!element || isNear) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && setNear(true),
      // The second is for a list that scrolls within the page.
      { rootMargin: NEAR, scrollMargin: NEAR } as IntersectionObserverInit,
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <li ref={room} role="none" style={isNear ? undefined : { height }}>
      {isNear && <ul role="none">{children()}</ul>}
    </li>
  );
}
