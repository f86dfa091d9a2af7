import { useEffect, useRef, useState } from 'react';

const DELAY_MS = 250;

/**
 * A text that is typed, and told to others only once the typing rests. A change that comes from
 * outside, such as a reset, replaces what was typed.
 */
export function useDelayed(settled: string, settle: (text: string) => void) {
  const [text, setText] = useState(settled);
  const [known, setKnown] = useState(settled);
  const latest = useRef(settle);

  if (settled !== known) {
    setKnown(settled);
    setText(settled);
  }

  useEffect(() => {
    latest.current = settle;
  });

  useEffect(() => {
    if (text === settled) return undefined;
    const timer = setTimeout(() => latest.current(text), DELAY_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);

  return [text, setText] as const;
}
