import type { RunDetail } from '@sluice/schema';
import { type RefCallback, useCallback } from 'react';
import { useDesigner } from '../state/designer-context.ts';

/**
 * Marks an element with what the painted run did there, as `data-paint`, and keeps the mark as the run
 * goes on. React is passed by: for one card that changes it would go through the thousand beside it.
 *
 * `paintOf` must stay the same function while it tells of the same thing.
 */
export function usePainted(
  paintOf: (run: RunDetail | undefined) => string | undefined,
): RefCallback<HTMLElement | SVGElement> {
  const { watchedRun } = useDesigner();
  return useCallback(
    (element) => {
      if (!element) return;
      // Known here, because to ask a thousand elements in each frame takes as long as all else of it.
      let painted: string | undefined;
      const paint = () => {
        const wanted = paintOf(watchedRun.getState().run);
        if (painted === wanted) return;
        painted = wanted;
        if (wanted === undefined) delete element.dataset['paint'];
        else element.dataset['paint'] = wanted;
      };
      delete element.dataset['paint'];
      paint();
      return watchedRun.subscribe(paint);
    },
    [paintOf, watchedRun],
  );
}
