import { useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import type { CanvasEdge } from './project-flow.ts';

interface PointingAtEdges {
  readonly onEdgeMouseEnter: (event: unknown, edge: CanvasEdge) => void;
  readonly onEdgeMouseLeave: (event: unknown, edge: CanvasEdge) => void;
}

/** Milliseconds for which an edge keeps its buttons after the pointer has left it. */
const LINGER = 250;

/**
 * Shows the buttons of the edge that the pointer is over. The same functions for as long as the page
 * is open: with new ones React Flow would draw every edge again, in each frame of a drag.
 */
export function usePointingAtEdges(): PointingAtEdges {
  const { canvas } = useDesigner();
  return useMemo(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    return {
      onEdgeMouseEnter: (_event, edge) => {
        clearTimeout(leaving);
        canvas.getState().pointAt(edge.id);
      },
      onEdgeMouseLeave: (_event, edge) => {
        leaving = setTimeout(() => {
          const buttons = document.querySelector('.edge-buttons:hover');
          if (!buttons && canvas.getState().pointedEdgeId === edge.id)
            canvas.getState().pointAt(undefined);
        }, LINGER);
      },
    };
  }, [canvas]);
}
