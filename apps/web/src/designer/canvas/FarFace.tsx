import type { NodeId } from '@sluice/schema';
import { useProblemsOf } from '../validation/use-problems.ts';

/** What a card has within it from afar: that something is wrong. All else is the style sheet's. */
export function FarFace({ nodeId }: { readonly nodeId: NodeId }) {
  const problems = useProblemsOf(nodeId);
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return problems.length > 0 && <i className="far-problem" data-severity={worst} />;
}
