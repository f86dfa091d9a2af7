import { useEffect, useState } from 'react';

const PERIOD_MS = 250;

/** The time in milliseconds, renewed a few times a second while `isTicking`. */
export function useTicking(isTicking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNow(Date.now()), PERIOD_MS);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
