import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../canvas/drawn-exits.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useProblems } from './use-problems.ts';

/** Pixels between the panel and what was beneath it. */
const GAP = 24;
/** As far as the drawing is made smaller to have all of it beside the panel. */
const SMALLEST = 0.6;

/**
 * Brings the drawing beside the panel, once, when that appears above nodes that have problems: all of
 * it where there is room, else no further than out from beneath.
 */
export function useUncovering(panel: RefObject<HTMLElement | null>): void {
  const { document: flowDocument } = useDesigner();
  const items = useProblems((state) => state.items);
  const eye = useReactFlow();
  const hasLooked = useRef(false);
  useEffect(() => {
    // Only as it appears: who moves the drawing afterwards is not worked against.
    if (hasLooked.current) return;
    hasLooked.current = true;
    const over = panel.current?.getBoundingClientRect();
    const view = panel.current?.parentElement?.getBoundingClientRect();
    if (!over || !view) return;
    const { nodes, notes = [] } = flowDocument.getState().flow;
    const ends = nodes.flatMap(({ id, position: { x, y } }) => {
      if (!items.some(({ nodeId }) => nodeId === id)) return [];
      const start = eye.flowToScreenPosition({ x, y });
      const end = eye.flowToScreenPosition({ x: x + NODE_WIDTH, y: y + NODE_HEIGHT });
      const isBeneath = start.x < over.right && start.y < over.bottom && end.y > over.top;
      return isBeneath && end.x > over.left ? [end.x] : [];
    });
    if (ends.length === 0) return;
    const { x, y, zoom } = eye.getViewport();
    const room = over.left - view.left - 2 * GAP;
    const drawn = eye.getNodesBounds([...nodes, ...notes].map(({ id }) => id));
    if (drawn.width * SMALLEST > room) {
      const aside = Math.max(...ends) - over.left + GAP;
      void eye.setViewport({ x: x - aside, y, zoom }, { duration: 180 });
    } else {
      const right = `${view.right - over.left + GAP}px` as const;
      const padding = { x: `${GAP}px`, y: `${GAP}px`, right } as const;
      void eye.fitView({ padding, minZoom: SMALLEST, maxZoom: zoom, duration: 180 });
    }
  }, [flowDocument, items, eye, panel]);
}
