import type { NodeId, Position } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useDesigner } from '../state/designer-context.ts';
import { focusNode } from './focus-node.ts';
import { nearestFree } from './place-node.ts';
import { useShowNode } from './use-show-node.ts';

/** What moves the eye over the drawing. */
export interface View {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** To 100 %. */
  readonly zoomWhole: () => void;
  /** Selects a node, brings it into view and gives it the focus. */
  readonly showNode: (nodeId: NodeId) => void;
  /** A place in the middle of what is seen where nothing stands yet. */
  readonly freePlace: () => Position;
}

const GENTLY = { duration: 160 };
const MARGIN = 60;

/** The eye on this page's drawing. */
export function useView(): View {
  const { document: flowDocument } = useDesigner();
  const { fitView, zoomIn, zoomOut, zoomTo, screenToFlowPosition } = useReactFlow();
  const showNode = useShowNode();
  return useMemo(
    () => ({
      fit: () => void fitView({ padding: 0.12, maxZoom: 1, duration: 180 }),
      zoomIn: () => void zoomIn(GENTLY),
      zoomOut: () => void zoomOut(GENTLY),
      zoomWhole: () => void zoomTo(1, GENTLY),
      showNode: (nodeId) => {
        showNode(nodeId);
        focusNode(nodeId);
      },
      freePlace: () => {
        const { nodes } = flowDocument.getState().flow;
        const view = document.querySelector('main .canvas')?.getBoundingClientRect();
        if (!view) return nearestFree(nodes.at(-1)?.position ?? { x: 0, y: 0 }, nodes);
        const corner = { x: view.left + view.width / 3, y: view.top + MARGIN };
        return nearestFree(screenToFlowPosition(corner), nodes);
      },
    }),
    [fitView, flowDocument, screenToFlowPosition, showNode, zoomIn, zoomOut, zoomTo],
  );
}
