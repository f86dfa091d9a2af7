import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../canvas/drawn-exits.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useProblems } from './use-problems.ts';

/** Pixels between the panel and a node that was beneath it. */
const GAP = 24;

/** Moves the drawing aside, once, when a panel appears above nodes that have problems. */
export function useUncovering(panel: RefObject<HTMLElement | null>): void {
  const { document: flowDocument } = useDesigner();
  const items = useProblems((state) => state.items);
  const { flowToScreenPosition, getViewport, setViewport } = useReactFlow();
  const hasLooked = useRef(false);
  useEffect(() => {
    // Only as it appears: who moves the drawing afterwards is not worked against.
    if (hasLooked.current) return;
    hasLooked.current = true;
    const over = panel.current?.getBoundingClientRect();
    if (!over) return;
    const ends = flowDocument.getState().flow.nodes.flatMap(({ id, position: { x, y } }) => {
      if (!items.some(({ nodeId }) => nodeId === id)) return [];
      const start = flowToScreenPosition({ x, y });
      const end = flowToScreenPosition({ x: x + NODE_WIDTH, y: y + NODE_HEIGHT });
      const isBeneath = start.x < over.right && start.y < over.bottom && end.y > over.top;
      return isBeneath && end.x > over.left ? [end.x] : [];
    });
    if (ends.length === 0) return;
    const { x, y, zoom } = getViewport();
    const aside = Math.max(...ends) - over.left + GAP;
    void setViewport({ x: x - aside, y, zoom }, { duration: 180 });
  }, [flowDocument, items, flowToScreenPosition, getViewport, setViewport, panel]);
}
