import type { NodeId } from '@sluice/schema';

/** Frames to wait for a new card to be measured, and for what covers it to be gone. */
const PATIENCE = 30;

/**
 * Puts the focus on a node or a note, on the canvas or in the list, once it can be seen and what
 * covers it has gone; on the drawing as a whole when there is no such card.
 */
export function focusNode(nodeId: NodeId, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const isCovered = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    const card = elementOf(nodeId);
    // Within the card is as good: a note may be being written.
    if (card?.contains(document.activeElement)) return;
    if (!isCovered) card?.focus();
    if (document.activeElement === card) return;
    if (frames > 0) focusNode(nodeId, frames - 1);
    else if (!isCovered && document.activeElement === document.body) drawing()?.focus();
  });
}

/**
 * Gives the focus to a node, or without one to the drawing, if what had it is gone: whoever works by
 * keyboard goes on where they were.
 */
export function keepFocus(nodeId: NodeId | undefined): void {
  // Twice, because what was removed leaves the page with the frame after this one.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body && document.activeElement?.isConnected) return;
      ((nodeId === undefined ? undefined : elementOf(nodeId)) ?? drawing())?.focus();
    }),
  );
}

function elementOf(nodeId: NodeId): HTMLElement | null {
  return document.querySelector(
    `main .react-flow__node[data-id="${nodeId}"], .flow-list [data-id="${nodeId}"]`,
  );
}

function drawing(): HTMLElement | null {
  return document.querySelector('main .canvas, .flow-list');
}
