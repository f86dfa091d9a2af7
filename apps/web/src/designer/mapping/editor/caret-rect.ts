import { placeOf } from './read-dom.ts';

/** Where on the window the caret stands at an offset of an input. */
export function caretRect(root: HTMLElement, offset: number): DOMRect {
  const place = placeOf(root, offset);
  const range = document.createRange();
  range.setStart(place.node, place.offset);
  return [...range.getClientRects()].at(-1) ?? root.getBoundingClientRect();
}
