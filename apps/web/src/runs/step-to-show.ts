import type { RunDetail } from '@sluice/schema';
import { nodesInOrder } from './nodes-in-order.ts';

/** The step a person most likely wants to see: the failed one, else the one at work, else the last. */
export function stepToShow(run: RunDetail): string {
  const order = nodesInOrder(run).map((node) => node.id);
  const withStatus = (...statuses: readonly string[]) =>
    order.findLast((id) => statuses.includes(run.steps[id]?.status ?? ''));
  return (
    run.only ??
    withStatus('failed') ??
    withStatus('running', 'retrying', 'waiting') ??
    withStatus('succeeded') ??
    run.triggerId
  );
}
