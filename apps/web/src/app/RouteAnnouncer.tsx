import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';

/** Tells screen readers which page opened, as a browser does when it loads one. */
export function RouteAnnouncer() {
  const [path] = useLocation();
  const [announced, setAnnounced] = useState('');
  const first = useRef(true);

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    // The title belongs to the page, which may still have to be fetched.
    const timer = setTimeout(() => setAnnounced(document.title), 400);
    return () => clearTimeout(timer);
  }, [path]);

  return (
    <p aria-live="polite" className="sr-only">
      {announced}
    </p>
  );
}
