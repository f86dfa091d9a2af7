import { useState } from 'react';
import {
  type FlowNode,
  type PillRepair,
  labelSchema,
  pillSurroundings,
  repairStep,
  sameValue,
} from '@sluice/schema';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { repairingOthers } from '../repair/repairing-others.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** A settings form until Done. */
export interface NodeDraft {
  readonly node: FlowNode;
  readonly change: (node: FlowNode) => void;
  /** Repairs all broken pills of a source: here at once, in other steps with `keep`. */
  readonly repair: (repair: PillRepair) => void;
  readonly isChanged: boolean;
  /** Why the label cannot stay like this. */
  readonly labelProblem: string | undefined;
  /** Puts the draft into the flow as one edit, and none when nothing changed. */
  readonly keep: () => void;
}

/** Keeps a copy of a node while its settings are open. Until Done the flow knows nothing of it. */
export function useNodeDraft(stored: FlowNode): NodeDraft {
  const edit = useFlowDocument((state) => state.edit);
  const flow = useFlowDocument((state) => state.flow);
  const catalogue = useCatalogue();
  const [node, change] = useState(stored);
  const [repairs, setRepairs] = useState<readonly PillRepair[]>([]);
  const isChanged = repairs.length > 0 || !sameValue(node, stored);
  const label = labelSchema.safeParse(node.name);
  return {
    node,
    change,
    repair: (repair) => {
      const around = pillSurroundings(flow, catalogue);
      change((now) => (now.kind === 'step' ? repairStep(now, repair, around) : now));
      setRepairs([...repairs, repair]);
    },
    isChanged,
    labelProblem: label.success ? undefined : label.error.issues[0]?.message,
    keep: () => {
      if (!isChanged) return;
      const kept = { ...node, name: node.name.trim() };
      const others = repairingOthers(repairs, kept, { flow, catalogue });
      edit({ edit: 'configure-node', node: kept }, ...others);
    },
  };
}
