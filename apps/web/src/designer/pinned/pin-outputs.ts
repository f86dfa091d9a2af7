import { type GivenOutputs, type NodeId, faultOfGiven, withPinned } from '@sluice/schema';
import { toastError, toastUndo } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import { undoOfLatest } from '../state/flow-document.ts';

/** Pins outputs to a node of the draft, or takes away what is pinned, as one gesture. */
export function pinOutputs(
  { document, announcements }: Designer,
  nodeId: NodeId,
  pinned: GivenOutputs | undefined,
): void {
  const node = document.getState().flow.nodes.find((each) => each.id === nodeId);
  if (!node) return;
  const fault = pinned && faultOfGiven(pinned.outputs);
  if (fault !== undefined) {
    toastError(new Error(fault));
    return;
  }
  document.getState().edit({ edit: 'configure-node', node: withPinned(node, pinned) });
  const done = say(pinned ? 'designer.pinned.pinned-now' : 'designer.pinned.unpinned-now', {
    name: node.name,
  });
  announcements.getState().say(done);
  toastUndo(done, undoOfLatest(document));
}
