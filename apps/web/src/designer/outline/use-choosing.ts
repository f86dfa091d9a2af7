import type { NodeId } from '@sluice/schema';
import { type FocusEvent, type MouseEvent, useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';

interface Choosing {
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
}

/** What clicks, the focus and a second button do to an item of the list: they select it. */
export function useChoosing(id: NodeId): Choosing {
  const { canvas, screen } = useDesigner();
  return useMemo(() => {
    const choose = (more: boolean) => {
      const { selectedIds, select } = canvas.getState();
      if (!more) return select([id]);
      select(
        selectedIds.includes(id) ? selectedIds.filter((each) => each !== id) : [...selectedIds, id],
      );
    };
    return {
      onClick: (event) => choose(event.ctrlKey || event.metaKey || event.shiftKey),
      onFocus: ({ target, currentTarget }) => {
        if (target !== currentTarget || !target.matches(':focus-visible')) return;
        if (!canvas.getState().selectedIds.includes(id)) choose(false);
      },
      onContextMenu: (event) => {
        event.preventDefault();
        if (!canvas.getState().selectedIds.includes(id)) choose(false);
        const line = event.currentTarget.getBoundingClientRect();
        const byKey = event.clientX === 0 && event.clientY === 0;
        screen.getState().open({
          name: 'menu',
          at: { x: 0, y: 0 },
          screen: byKey
            ? { x: line.left + 40, y: line.bottom }
            : { x: event.clientX, y: event.clientY },
        });
      },
    };
  }, [canvas, screen, id]);
}
