import { useMemo } from 'react';
import { type FlowNode, findProblems } from '@sluice/schema';
import {
  useCatalogue,
  useStepManifest,
  useTriggerManifest,
} from '../../../catalogue/use-catalogue.ts';
import { useFlowDocument } from '../../state/use-flow-document.ts';
import { sayProblem } from '../../validation/say-problem.ts';
import { typedProblem } from './typed-problem.ts';

interface NodeProblems {
  /** What to do about each input that is wrong, by its name. */
  readonly inputs: ReadonlyMap<string, string>;
  /** How many problems the connection has. */
  readonly connection: number;
}

/** What is wrong with a node as it stands in the open form. */
export function useNodeProblems(node: FlowNode): NodeProblems {
  const flow = useFlowDocument((state) => state.flow);
  const catalogue = useCatalogue();
  const step = useStepManifest(node.type);
  const trigger = useTriggerManifest(node.type);
  const manifest = node.kind === 'step' ? step : trigger;
  return useMemo(() => {
    const nodes = flow.nodes.map((each) => (each.id === node.id ? node : each));
    const found = findProblems({ nodes, edges: flow.edges }, catalogue).filter(
      (problem) => problem.nodeId === node.id,
    );
    const inputs = new Map<string, string>();
    for (const [name, field] of Object.entries(manifest?.inputs ?? {})) {
      const message = typedProblem(field, node.inputs?.[name]);
      if (message !== undefined) inputs.set(name, message);
    }
    for (const problem of found) {
      const { input, remedy } = sayProblem(problem);
      if (input !== undefined) inputs.set(input, remedy);
    }
    const lacks = manifest?.connection === 'required' && node.connectionId === undefined;
    return { inputs, connection: lacks ? 1 : 0 };
  }, [flow, node, catalogue, manifest]);
}
