import { useEffect, useState } from 'react';

/** Where what a selector finds is on the window, looked up every frame, for it may move by itself. */
export function useRectOf(selector: string): DOMRect | undefined {
  const [rect, setRect] = useState<DOMRect>();
  useEffect(() => {
    let frame = requestAnimationFrame(function look() {
      const found = document.querySelector(selector)?.getBoundingClientRect();
      setRect((before) => (isSame(before, found) ? before : found));
      frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [selector]);
  return rect;
}

function isSame(one: DOMRect | undefined, other: DOMRect | undefined): boolean {
  return (
    one?.x === other?.x &&
    one?.y === other?.y &&
    one?.width === other?.width &&
    one?.height === other?.height
  );
}
