import type { FlowNode, StepNode } from './flow.ts';
import type { FlowIndex } from './flow-index.ts';
import { type Found, problemOf } from './flow-problem.ts';
import type { ManifestIndex } from './manifest-index.ts';
import { offersOutput } from './outputs-offered.ts';
import type { ProblemKind } from './problem-words.ts';
import { CONSTANTS, type Pill, pillsOf } from './template.ts';

/**
 * What is wrong with the pills in a step's inputs: sources that are gone, off, or come too late. One
 * problem for each input and each node that its pills come from.
 */
export function problemsOfPills(
  node: StepNode,
  flow: FlowIndex,
  manifests: ManifestIndex,
): readonly Found[] {
  const fields = manifests.steps.get(node.type)?.inputs ?? {};
  return Object.entries(node.inputs).flatMap(([input, value]) => {
    const label = fields[input]?.label ?? input;
    const found = new Map<string, Found>();
    for (const pill of pillsOf(value)) {
      const source = flow.nodes.get(pill.nodeId);
      const kind = faultOfPill(pill, source, { node, flow, manifests });
      const about = { node: node.name, input: label, source: source?.name ?? pill.nodeId };
      if (kind) found.set(`${kind} ${pill.nodeId}`, problemOf(kind, about, { input }));
    }
    return [...found.values()];
  });
}

interface Around {
  readonly node: StepNode;
  readonly flow: FlowIndex;
  readonly manifests: ManifestIndex;
}

function faultOfPill(
  { nodeId, output }: Pill,
  source: FlowNode | undefined,
  { node, flow, manifests }: Around,
): ProblemKind | undefined {
  if (nodeId === CONSTANTS) return undefined;
  if (!source) return 'pill-of-deleted';
  if (!flow.upstreamOf(node.id).has(nodeId)) return 'pill-not-before';
  if (!offersOutput(source, output, manifests)) return 'pill-without-output';
  return source.kind === 'step' && source.disabled ? 'pill-of-disabled' : undefined;
}
