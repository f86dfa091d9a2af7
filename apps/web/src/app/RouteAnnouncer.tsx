import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';

/** Milliseconds between looks at the title, which belongs to the page and comes with its script. */
const PAUSE = 400;
const LOOKS = 25;

/** Tells screen readers which page opened, as a browser does when it loads one. */
export function RouteAnnouncer() {
  const [path] = useLocation();
  const [announced, setAnnounced] = useState('');
  const known = useRef<string>(undefined);

  useEffect(() => {
    let looks = 0;
    const timer = setInterval(() => {
      const { title } = document;
      looks += 1;
      if (title === known.current && looks < LOOKS) return;
      clearInterval(timer);
      // The browser itself has told the first.
      if (known.current !== undefined) setAnnounced(title);
      known.current = title;
    }, PAUSE);
    return () => clearInterval(timer);
  }, [path]);

  return (
    <p aria-live="polite" className="sr-only">
      {announced}
    </p>
  );
}
