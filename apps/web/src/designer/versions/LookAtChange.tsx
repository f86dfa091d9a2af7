import type { NodeId } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useDesigner } from '../state/designer-context.ts';

/** Brings the chosen change into the middle of the canvas that it is drawn on, and marks it. */
export function LookAtChange({ nodeIds }: { readonly nodeIds: readonly NodeId[] | undefined }) {
  const { canvas } = useDesigner();
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (!nodeIds?.length) return;
    canvas.getState().select(nodeIds);
    void fitView({
      nodes: nodeIds.map((id) => ({ id })),
      duration: 180,
      padding: 0.5,
      maxZoom: 1,
    });
  }, [canvas, fitView, nodeIds]);
  return null;
}
