import { manifestIndex } from '@sluice/schema';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { useDesigner } from '../state/designer-context.ts';
import { drawnExits } from './drawn-exits.ts';
import { tidyUp } from './tidy-up.ts';

/** Lays the whole drawing out afresh and shows all of it. One undo puts everything back. */
export function useTidyUp(): () => Promise<void> {
  const { document, announcements } = useDesigner();
  const index = manifestIndex(useCatalogue());
  const { fitView } = useReactFlow();
  return useCallback(async () => {
    const { flow, edit } = document.getState();
    if (flow.nodes.length === 0) return;
    const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
    const positions = await tidyUp(flow, (nodeId) => {
      const node = nodes.get(nodeId);
      return node ? drawnExits(node, index.steps.get(node.type), '').height : 0;
    });
    edit({ edit: 'move-nodes', positions });
    announcements.getState().say('The drawing has been tidied up.');
    requestAnimationFrame(() => void fitView({ padding: 0.12, maxZoom: 1, duration: 180 }));
  }, [document, announcements, index, fitView]);
}
