import { useEffect, useRef, useState } from 'react';

/** Milliseconds that the pointer rests until a text appears; at once where another has just gone. */
const REST = 450;
const JUST = 150;
/** Milliseconds for the way from the element to the text. */
const WAY = 120;

let lastGone = Number.NEGATIVE_INFINITY;

/** When a tooltip is shown, and beside what. */
export function useTooltip() {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const isPressed = useRef(false);

  const stay = () => clearTimeout(timer.current);
  const showNow = (element: HTMLElement) => {
    stay();
    // Who pressed it knows what it does.
    if (!isPressed.current) setAnchor(element);
  };
  const hide = () => {
    stay();
    isPressed.current = false;
    setAnchor(undefined);
  };
  const press = () => {
    hide();
    isPressed.current = true;
  };
  const showSoon = (element: HTMLElement) => {
    stay();
    const isNext = performance.now() - lastGone < JUST;
    timer.current = setTimeout(() => setAnchor(element), isNext ? 0 : REST);
  };
  const hideSoon = () => {
    stay();
    isPressed.current = false;
    timer.current = setTimeout(() => setAnchor(undefined), WAY);
  };

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!anchor) return undefined;
    const goes = () => setAnchor(undefined);
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && goes();
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('scroll', goes, true);
    return () => {
      lastGone = performance.now();
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('scroll', goes, true);
    };
  }, [anchor]);

  return { anchor, showNow, showSoon, press, hide, hideSoon, stay };
}
