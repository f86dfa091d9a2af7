import { type Catalogue, nextExit } from './catalogue.ts';
import type { FlowDrawing, FlowEdge, FlowNode, TriggerNode } from './flow.ts';
import { type FlowIndex, indexFlow } from './flow-index.ts';
import { type ManifestIndex, manifestIndex } from './manifest-index.ts';
import { problemsOfInputs, problemsOfStep } from './problems-of-step.ts';
import { pillsOf } from './template.ts';

/** Something about a drawing that its builder should know, and what to do about it. */
export interface FlowProblem {
  /** `error`: the flow cannot run like this. `warning`: it can, but probably not as meant. */
  readonly severity: 'error' | 'warning';
  readonly nodeId?: string;
  readonly input?: string;
  readonly message: string;
  readonly remedy: string;
}

/** Every problem of a drawing. The designer's badges, Publish and the API all ask here. */
export function findProblems(drawing: FlowDrawing, catalogue: Catalogue): readonly FlowProblem[] {
  const manifests = manifestIndex(catalogue);
  const flow = indexFlow(drawing);
  return [
    ...problemsOfWhole(drawing),
    ...drawing.nodes.flatMap((node) => {
      if (node.disabled) return [];
      const known = node.kind === 'trigger' ? manifests.triggers : manifests.steps;
      if (!known.has(node.type)) return [unknownType(node)];
      return node.kind === 'trigger'
        ? problemsOfTrigger(node, flow, manifests)
        : problemsOfStep(node, flow, manifests);
    }),
  ];
}

function problemsOfWhole({ nodes }: FlowDrawing): FlowProblem[] {
  if (nodes.some((node) => node.kind === 'trigger')) return [];
  return [
    {
      severity: 'error',
      message: 'The flow has no trigger, so nothing can start it.',
      remedy: 'Drag a trigger from the palette onto the canvas.',
    },
  ];
}

function problemsOfTrigger(
  node: TriggerNode,
  { outOf }: FlowIndex,
  { triggers }: ManifestIndex,
): FlowProblem[] {
  const fields = triggers.get(node.type)?.inputs ?? {};
  const ofInputs = problemsOfInputs(node, fields).map((problem) => ({
    ...problem,
    nodeId: node.id,
  }));
  const withPills = Object.entries(node.inputs ?? {}).flatMap(([input, value]): FlowProblem[] =>
    pillsOf(value).length === 0 ? [] : [pillInTrigger(node, input)],
  );
  return [...ofInputs, ...withPills, ...problemsOfWaysOut(node, outOf.get(node.id) ?? [])];
}

function problemsOfWaysOut(node: TriggerNode, leaving: readonly FlowEdge[]): FlowProblem[] {
  if (leaving.some((edge) => edge.exit === nextExit.id)) return [];
  return [
    {
      // An edge by an exit that a trigger does not have is no mere oversight.
      severity: leaving.length > 0 ? 'error' : 'warning',
      nodeId: node.id,
      message: `Nothing follows “${node.name}”, so its signals do nothing.`,
      remedy: 'Drag from its port to the first step.',
    },
  ];
}

function pillInTrigger(node: TriggerNode, input: string): FlowProblem {
  return {
    severity: 'error',
    nodeId: node.id,
    input,
    message: `“${node.name}” holds a pill, and nothing comes before a trigger.`,
    remedy: 'Type the value instead.',
  };
}

function unknownType(node: FlowNode): FlowProblem {
  return {
    severity: 'error',
    nodeId: node.id,
    message: `“${node.name}” is of a kind (${node.type}) that this server does not have.`,
    remedy: 'Delete it, or install the connector that declares it.',
  };
}
