import { useMemo } from 'react';
import { type NodeId, brokenPillsOf } from '@sluice/schema';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import type { PillRepairing } from '../mapping/mapping.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import type { NodeDraft } from './use-node-draft.ts';

/** Repairs all pills of a source from within the form of one step. */
export function usePillRepairing({ node, repair }: NodeDraft): PillRepairing {
  const flow = useFlowDocument((state) => state.flow);
  const catalogue = useCatalogue();
  return useMemo(() => {
    const nodes = flow.nodes.map((each) => (each.id === node.id ? node : each));
    const drawing = { nodes, edges: flow.edges };
    return {
      count: (source: NodeId) => {
        const broken = brokenPillsOf(source, drawing, catalogue);
        const here = broken.filter((each) => each.node.id === node.id).length;
        return { here, elsewhere: broken.length - here };
      },
      repair,
    };
  }, [flow, catalogue, node, repair]);
}
