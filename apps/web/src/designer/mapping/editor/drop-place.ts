import { caretRect } from './caret-rect.ts';
import { offsetOf } from './read-dom.ts';

/** The offset in an input that is nearest to a point of the window, never within a pill. */
export function dropOffset(root: HTMLElement, x: number, y: number): number {
  const pill = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-pill]');
  if (pill?.parentNode && root.contains(pill)) {
    const index = [...pill.parentNode.childNodes].indexOf(pill);
    const box = pill.getBoundingClientRect();
    return offsetOf(root, pill.parentNode, x < box.left + box.width / 2 ? index : index + 1);
  }
  const place = placeAt(x, y);
  if (place && root.contains(place.node)) return offsetOf(root, place.node, place.offset);
  return offsetOf(root, root, root.childNodes.length);
}

/** Draws a bar where a drop would land. It stands beside the input's element, not in it. */
export function showDropCaret(root: HTMLElement, offset: number): void {
  const frame = root.parentElement;
  if (!frame) return;
  const box = caretRect(root, offset);
  const origin = frame.getBoundingClientRect();
  const bar = barOf(frame) ?? frame.appendChild(makeBar());
  bar.style.left = `${box.left - origin.left - 1}px`;
  bar.style.top = `${box.top - origin.top - 1}px`;
  bar.style.height = `${Math.min(box.height, 24) + 2}px`;
  root.dataset['dropping'] = '';
}

export function clearDropCaret(root: HTMLElement): void {
  delete root.dataset['dropping'];
  if (root.parentElement) barOf(root.parentElement)?.remove();
}

function placeAt(x: number, y: number): { node: Node; offset: number } | undefined {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

function barOf(frame: HTMLElement): HTMLElement | null {
  return frame.querySelector<HTMLElement>(':scope > [data-drop-caret]');
}

function makeBar(): HTMLElement {
  const bar = document.createElement('div');
  bar.dataset['dropCaret'] = '';
  bar.className = 'pointer-events-none absolute z-10 w-0.5 rounded-full bg-focus';
  return bar;
}
