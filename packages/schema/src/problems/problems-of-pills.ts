import type { StepNode } from '../flow/flow.ts';
import type { FlowIndex } from '../flow/flow-index.ts';
import { type Found, problemOf } from './flow-problem.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { type PillFault, pillFault } from '../pills/pill-fault.ts';
import type { ProblemKind } from './problem-words.ts';
import { pillsOf } from '../pills/template.ts';

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
    const problems = new Map<string, Found>();
    for (const pill of pillsOf(value)) {
      const source = flow.nodes.get(pill.nodeId);
      const fault = pillFault(pill, node.id, { flow, manifests });
      const isOff = source?.kind === 'step' && source.disabled === true;
      const kind = fault ? kinds[fault] : isOff ? 'pill-of-disabled' : undefined;
      if (!kind) continue;
      const about = { node: node.name, input: label, source: source?.name ?? pill.nodeId };
      const problem = problemOf(kind, about, { input });
      const found = fault ? { ...problem, brokenSource: pill.nodeId } : problem;
      problems.set(`${kind} ${pill.nodeId}`, found);
    }
    return [...problems.values()];
  });
}

const kinds: Readonly<Record<PillFault, ProblemKind>> = {
  'no-source': 'pill-of-deleted',
  'not-before': 'pill-not-before',
  'no-output': 'pill-without-output',
};
