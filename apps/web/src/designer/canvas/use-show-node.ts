import type { NodeId } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';

/** Selects a node and brings it into view when it is not. */
export function useShowNode(): (nodeId: NodeId) => void {
  const { canvas, document: flowDocument } = useDesigner();
  const { flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  return useCallback(
    (nodeId) => {
      const node = flowDocument.getState().flow.nodes.find((each) => each.id === nodeId);
      const view = document.querySelector('.canvas')?.getBoundingClientRect();
      if (!node || !view) return;
      canvas.getState().select([nodeId]);
      const middle = { x: node.position.x + NODE_WIDTH / 2, y: node.position.y + NODE_HEIGHT / 2 };
      const seen = flowToScreenPosition(middle);
      const inView =
        seen.x > view.left + NODE_WIDTH / 2 &&
        seen.x < view.right - NODE_WIDTH / 2 &&
        seen.y > view.top + NODE_HEIGHT &&
        seen.y < view.bottom - NODE_HEIGHT;
      if (!inView) void setCenter(middle.x, middle.y, { zoom: getZoom(), duration: 180 });
    },
    [canvas, flowDocument, flowToScreenPosition, setCenter, getZoom],
  );
}
