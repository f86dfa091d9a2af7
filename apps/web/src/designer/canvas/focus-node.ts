import type { NodeId } from '@sluice/schema';

/** Frames to wait for a new card to be measured, and for what covers it to be gone. */
const PATIENCE = 30;

/** Puts the focus on a node's card, once it can be seen and what covers it has gone. */
export function focusNode(nodeId: NodeId, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const isCovered = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    const card = document.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(nodeId)}"]`,
    );
    if (!isCovered) card?.focus();
    if (document.activeElement !== card && frames > 0) focusNode(nodeId, frames - 1);
  });
}
