import type { NodeId } from '@sluice/schema';

/** Puts the focus on a node's card, once what covers it has gone. */
export function focusNode(nodeId: NodeId): void {
  requestAnimationFrame(() => {
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
    document
      .querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`)
      ?.focus();
  });
}
