import { useReactFlow } from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { useMayBuild } from '../state/may-build.ts';
import type { CanvasEdge, CanvasItem } from './project-flow.ts';

type PointerEvents = ReactMouseEvent | MouseEvent;

interface CanvasMenus {
  readonly onNodeContextMenu: (event: ReactMouseEvent, item: CanvasItem) => void;
  readonly onEdgeContextMenu: (event: ReactMouseEvent, edge: CanvasEdge) => void;
  readonly onSelectionContextMenu: (event: ReactMouseEvent) => void;
  readonly onPaneContextMenu: (event: PointerEvents) => void;
  readonly onDoubleClick: (event: ReactMouseEvent) => void;
}

/**
 * What a second button, the menu key and a double click open: a menu about what is there, which is
 * selected first, and on empty canvas the steps that can be added.
 */
export function useCanvasMenus(): CanvasMenus {
  const { canvas, screen } = useDesigner();
  const mayBuild = useMayBuild();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    function openMenu(event: PointerEvents): void {
      event.preventDefault();
      const point = pointOf(event);
      screen
        .getState()
        .open({ name: 'menu', at: rounded(screenToFlowPosition(point)), screen: point });
    }

    return {
      onNodeContextMenu: (event, item) => {
        if (!canvas.getState().selectedIds.includes(item.id)) canvas.getState().select([item.id]);
        openMenu(event);
      },
      onEdgeContextMenu: (event, edge) => {
        canvas.getState().selectEdge(edge.id);
        openMenu(event);
      },
      onSelectionContextMenu: openMenu,
      onPaneContextMenu: (event) => {
        canvas.getState().select([]);
        openMenu(event);
      },
      onDoubleClick: (event) => {
        const onPane =
          event.target instanceof Element && event.target.classList.contains('react-flow__pane');
        if (!mayBuild || !onPane) return;
        const point = pointOf(event);
        const at = rounded(screenToFlowPosition(point));
        screen.getState().open({ name: 'quick-add', at, screen: point });
      },
    };
  }, [canvas, mayBuild, screen, screenToFlowPosition]);
}

/** Where the pointer is; a menu that was asked for by a key opens beneath what has the focus. */
function pointOf(event: PointerEvents) {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
  const card = (event.target as Element).getBoundingClientRect();
  return { x: card.left + 16, y: card.bottom };
}

function rounded({ x, y }: { readonly x: number; readonly y: number }) {
  return { x: Math.round(x), y: Math.round(y) };
}
