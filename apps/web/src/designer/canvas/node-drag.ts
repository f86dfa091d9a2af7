import { NODE_HEIGHT, NODE_WIDTH } from './drawn-exits.ts';

const FORMAT = 'application/x-sluice-node-type';

/**
 * Begins dragging a node type out of the palette. The pointer holds the middle of the preview, and
 * `readDrop` counts on that, so a node lands exactly where its preview was let go.
 */
export function beginNodeDrag(transfer: DataTransfer, type: string, preview: HTMLElement): void {
  transfer.setData(FORMAT, type);
  transfer.setData('text/plain', type);
  transfer.effectAllowed = 'copy';
  dragged = type;
  transfer.setDragImage(preview, preview.offsetWidth / 2, preview.offsetHeight / 2);
}

/** Whether what is being dragged came from the palette. */
export function isNodeDrag(transfer: DataTransfer): boolean {
  return transfer.types.includes(FORMAT);
}

// A browser hides what a drag brings until it is dropped.
let dragged: string | undefined;

/** The type that was last dragged out of this palette. */
export function draggedType(): string | undefined {
  return dragged;
}

/** The dropped type; undefined when something else was dropped. */
export function droppedType(transfer: DataTransfer): string | undefined {
  return transfer.getData(FORMAT) || undefined;
}

/** The corner of a card whose middle is at a point of the canvas. */
export function cornerAround(middle: { readonly x: number; readonly y: number }) {
  return { x: Math.round(middle.x - NODE_WIDTH / 2), y: Math.round(middle.y - NODE_HEIGHT / 2) };
}
