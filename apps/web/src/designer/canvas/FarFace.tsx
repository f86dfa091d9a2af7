import type { NodeId } from '@sluice/schema';
import { useProblemsOf } from '../validation/use-problems.ts';
import type { NodePaint } from './paint.ts';

interface FarFaceProps {
  readonly nodeId: NodeId;
  readonly paint: NodePaint | undefined;
}

/** What a card shows from afar: what a run did there, and that something is wrong. Tile and words are the style sheet's. */
export function FarFace({ nodeId, paint }: FarFaceProps) {
  const problems = useProblemsOf(nodeId);
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  const marked = paint !== undefined && paint !== 'pending' && paint !== 'skipped';
  return (
    <>
      {marked && <i className="node-state" data-paint={paint} />}
      {problems.length > 0 && <i className="far-problem" data-severity={worst} />}
    </>
  );
}
