import type { Pill, Template } from '@sluice/schema';
import { lengthOf, normalise, type Span } from './template-edit.ts';

/** Holds the caret where there is no text: beside a pill, in an empty input, on an empty line. */
export const GAP = '\u200b';

/**
 * Reads back what an input's element holds. Needed only where the browser changed it by itself,
 * above all after an input method composed text; every other change goes through the model first.
 */
export function templateFromDom(root: Node, pills: readonly Pill[]): Template {
  const parts: Template[number][] = [];
  collect(root, (index) => pills[index], parts);
  return normalise(parts);
}

/** The offset of a place in the element's tree. A place inside a pill is the one after it. */
export function offsetOf(root: Node, container: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(container, offset);
  const parts: Template[number][] = [];
  // To count units it does not matter which pill an element stands for.
  collect(range.cloneContents(), () => somePill, parts);
  return lengthOf(parts);
}

/** Where the selection of the page lies within an element: its fixed and its moving end. */
export function selectionIn(root: Node): { anchor: number; focus: number } | undefined {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return undefined;
  if (!root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return undefined;
  return {
    anchor: offsetOf(root, selection.anchorNode, selection.anchorOffset),
    focus: offsetOf(root, selection.focusNode, selection.focusOffset),
  };
}

/** The place in the tree of an element, as `drawTemplate` draws it, that an offset stands for. */
export function placeOf(root: Node, offset: number): { node: Node; offset: number } {
  let left = offset;
  for (const child of root.childNodes) {
    if (child instanceof Text) {
      const next = child.nextSibling;
      const isLineEnd = left === child.length && child.data.endsWith('\n') && isGap(next);
      if (left <= child.length && !isLineEnd) return { node: child, offset: left };
      left -= child.length;
    } else if (isGap(child)) {
      if (left === 0) return { node: child.firstChild ?? child, offset: child.firstChild ? 1 : 0 };
    } else if (child instanceof HTMLElement && child.dataset['pill'] !== undefined) {
      left -= 1;
    }
  }
  return { node: root, offset: root.childNodes.length };
}

/** Selects from one offset to another within an element. */
export function select(root: Node, { anchor, focus }: { anchor: number; focus: number }): void {
  const from = placeOf(root, anchor);
  const to = anchor === focus ? from : placeOf(root, focus);
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** A selection as a span, whichever way it was made. */
export function spanOf({ anchor, focus }: { anchor: number; focus: number }): Span {
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) };
}

function collect(node: Node, pillOf: PillOf, parts: Template[number][]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      parts.push({ text: isGap(child.parentNode) ? child.data.replaceAll(GAP, '') : child.data });
    } else if (child instanceof HTMLElement) {
      const index = child.dataset['pill'];
      const pill = index === undefined ? undefined : pillOf(Number(index));
      if (pill) parts.push({ pill });
      else if (child.tagName === 'BR') parts.push({ text: '\n' });
      else if (child.dataset['ornament'] === undefined) {
        if (isBlock(child) && parts.length > 0) parts.push({ text: '\n' });
        collect(child, pillOf, parts);
      }
    }
  }
}

function isGap(node: Node | null): boolean {
  return node instanceof HTMLElement && node.dataset['gap'] !== undefined;
}

function isBlock(element: HTMLElement): boolean {
  return element.tagName === 'DIV' || element.tagName === 'P';
}

type PillOf = (index: number) => Pill | undefined;
const somePill: Pill = { nodeId: 'any', output: 'any' };
