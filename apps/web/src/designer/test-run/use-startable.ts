import { type TriggerNode, isTrigger, manifestIndex } from '@sluice/schema';
import { useMemo } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** The triggers of the flow that people start by hand. */
export function useStartable(): readonly TriggerNode[] {
  const nodes = useFlowDocument(({ flow }) => flow.nodes);
  const { triggers } = manifestIndex(useCatalogue());
  return useMemo(
    () =>
      nodes
        .filter(isTrigger)
        .filter(({ type, disabled }) => !disabled && triggers.get(type)?.source === 'manual'),
    [nodes, triggers],
  );
}
