import { useState } from 'react';
import { type FlowNode, labelSchema, sameValue } from '@sluice/schema';
import { useFlowDocument } from '../state/use-flow-document.ts';

/** A settings form until Done. */
export interface NodeDraft {
  readonly node: FlowNode;
  readonly change: (node: FlowNode) => void;
  readonly isChanged: boolean;
  /** Why the label cannot stay like this. */
  readonly labelProblem: string | undefined;
  /** Puts the draft into the flow as one edit, and none when nothing changed. */
  readonly keep: () => void;
}

/** Keeps a copy of a node while its settings are open. Until Done the flow knows nothing of it. */
export function useNodeDraft(stored: FlowNode): NodeDraft {
  const edit = useFlowDocument((state) => state.edit);
  const [node, change] = useState(stored);
  const isChanged = !sameValue(node, stored);
  const label = labelSchema.safeParse(node.name);
  return {
    node,
    change,
    isChanged,
    labelProblem: label.success ? undefined : label.error.issues[0]?.message,
    keep: () => {
      if (isChanged) edit({ edit: 'configure-node', node: { ...node, name: node.name.trim() } });
    },
  };
}
