import type { NodeId } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';
import { whereToLook } from './where-to-look.ts';

/** Selects a node or a note and brings it into view when it is not, with all of the flow if that fits. */
export function useShowNode(): (nodeId: NodeId) => void {
  const { canvas, document: flowDocument } = useDesigner();
  const { flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  return useCallback(
    (nodeId) => {
      const { nodes, notes = [] } = flowDocument.getState().flow;
      const node = [...nodes, ...notes].find((each) => each.id === nodeId);
      if (!node) return;
      canvas.getState().select([nodeId]);
      // The list has no places to look at.
      const view = document.querySelector('main .canvas')?.getBoundingClientRect();
      if (!view) return;
      const middle = { x: node.position.x + NODE_WIDTH / 2, y: node.position.y + NODE_HEIGHT / 2 };
      const seen = flowToScreenPosition(middle);
      const inView =
        seen.x > view.left + NODE_WIDTH / 2 &&
        seen.x < view.right - NODE_WIDTH / 2 &&
        seen.y > view.top + NODE_HEIGHT &&
        seen.y < view.bottom - NODE_HEIGHT;
      if (inView) return;
      const zoom = getZoom();
      const room = { width: view.width / zoom, height: view.height / zoom };
      const { x, y } = whereToLook(nodes, node, room);
      void setCenter(x, y, { zoom, duration: 180 });
    },
    [canvas, flowDocument, flowToScreenPosition, setCenter, getZoom],
  );
}
