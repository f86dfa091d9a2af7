import { useOnViewportChange } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';

/** Below this zoom text cannot be read any more. */
const FAR = 0.3;

/**
 * Marks the canvas for the style sheet while it is seen from afar. The mark is set past React: a
 * moving view draws no component again.
 */
export function useFarMark(canvas: RefObject<HTMLElement | null>): void {
  const onChange = useMemo(
    () =>
      ({ zoom }: { readonly zoom: number }) =>
        canvas.current?.toggleAttribute('data-far', zoom < FAR),
    [canvas],
  );
  useOnViewportChange({ onChange });
}
