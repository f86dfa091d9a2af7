import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';

/** Keeps the middle of the drawing in the middle when a panel beside or beneath it opens or folds. */
export function useSteadyMiddle(canvas: RefObject<HTMLElement | null>): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let { width, height } = element.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const now = element.getBoundingClientRect();
      const { x, y, zoom } = getViewport();
      void setViewport({ x: x + (now.width - width) / 2, y: y + (now.height - height) / 2, zoom });
      ({ width, height } = now);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, getViewport, setViewport]);
}
