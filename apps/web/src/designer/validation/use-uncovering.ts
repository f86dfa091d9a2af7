import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '../canvas/drawn-exits.ts';
import { whereToLook } from '../canvas/where-to-look.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useProblems } from './use-problems.ts';

/** Moves the drawing once, when a panel appears above a node that has a problem, to beside the panel. */
export function useUncovering(panel: RefObject<HTMLElement | null>): void {
  const { document: flowDocument } = useDesigner();
  const items = useProblems((state) => state.items);
  const { flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  const hasLooked = useRef(false);
  useEffect(() => {
    // Only as it appears: who moves the drawing afterwards is not worked against.
    if (hasLooked.current) return;
    hasLooked.current = true;
    const view = document.querySelector('main .canvas')?.getBoundingClientRect();
    const over = panel.current?.getBoundingClientRect();
    if (!view || !over) return;
    const { nodes } = flowDocument.getState().flow;
    const atFault = nodes.filter(({ id }) => items.some(({ nodeId }) => nodeId === id));
    const covered = atFault.find(({ position: { x, y } }) => {
      const start = flowToScreenPosition({ x, y });
      const end = flowToScreenPosition({ x: x + NODE_WIDTH, y: y + NODE_HEIGHT });
      return end.x > over.left && start.y < over.bottom && end.y > over.top;
    });
    if (!covered) return;
    const zoom = getZoom();
    const room = { width: (over.left - view.left) / zoom, height: view.height / zoom };
    const { x, y } = whereToLook(nodes, covered, room);
    const beside = (view.right - over.left) / 2 / zoom;
    void setCenter(x + beside, y, { zoom, duration: 180 });
  }, [flowDocument, items, flowToScreenPosition, setCenter, getZoom, panel]);
}
