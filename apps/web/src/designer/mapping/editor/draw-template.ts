import type { Pill, Template } from '@sluice/schema';
import { say } from '../../../words/say.ts';
import { type PillView, pillName } from '../pill-view.ts';
import { GAP } from './read-dom.ts';

interface Drawing {
  readonly viewOf: (pill: Pill) => PillView;
  /** Words before the content that belong to none of it, such as the label of a chosen id. */
  readonly ornament?: string | undefined;
}

/**
 * Makes an input's element show a template, changing as little of the tree as it can, so that the
 * browser's spelling marks and a screen reader's place in the text survive each letter.
 */
export function drawTemplate(root: HTMLElement, template: Template, drawing: Drawing): void {
  const pieces = piecesOf(template, drawing);
  pieces.forEach((piece, index) => {
    const child = root.childNodes[index];
    if (child && update(child, piece)) return;
    const made = make(piece);
    if (child) child.replaceWith(made);
    else root.append(made);
  });
  while (root.childNodes.length > pieces.length) root.lastChild?.remove();
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'ornament'; readonly text: string }
  | { readonly kind: 'pill'; readonly index: number; readonly view: PillView };

/** Text and pills in order, with a gap wherever the caret would find no text to stand in. */
function piecesOf(template: Template, { viewOf, ornament }: Drawing): Piece[] {
  const pieces: Piece[] = ornament === undefined ? [] : [{ kind: 'ornament', text: ornament }];
  let pills = 0;
  let needsGap = true;
  for (const part of template) {
    if ('text' in part) {
      pieces.push({ kind: 'text', text: part.text });
      needsGap = false;
    } else {
      if (needsGap) pieces.push({ kind: 'gap' });
      pieces.push({ kind: 'pill', index: pills++, view: viewOf(part.pill) });
      needsGap = true;
    }
  }
  const last = template.at(-1);
  if (needsGap || (last && 'text' in last && last.text.endsWith('\n')))
    pieces.push({ kind: 'gap' });
  return pieces;
}

function update(node: ChildNode, piece: Piece): boolean {
  if (piece.kind === 'text') return node instanceof Text && writeText(node, piece.text);
  if (!(node instanceof HTMLElement) || node.dataset['piece'] !== fingerprint(piece)) return false;
  // An input method may have typed into the gap.
  if (piece.kind === 'gap') return node.childNodes.length === 1 && node.textContent === GAP;
  return true;
}

/** Replaces only the letters that differ, so that a selection elsewhere in the text stays. */
function writeText(node: Text, text: string): true {
  const old = node.data;
  if (old === text) return true;
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  const most = Math.min(old.length, text.length) - start;
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  node.replaceData(start, old.length - start - end, text.slice(start, text.length - end));
  return true;
}

function make(piece: Piece): Node {
  if (piece.kind === 'text') return document.createTextNode(piece.text);
  const span = document.createElement('span');
  span.dataset['piece'] = fingerprint(piece);
  if (piece.kind === 'gap') {
    span.dataset['gap'] = '';
    span.textContent = GAP;
  } else {
    span.contentEditable = 'false';
    if (piece.kind === 'ornament') {
      span.dataset['ornament'] = '';
      span.className = 'mr-1.5 text-body text-ink select-none';
      span.textContent = `${piece.text} `;
    } else {
      fillPill(span, piece.index, piece.view);
    }
  }
  return span;
}

function fillPill(span: HTMLElement, index: number, view: PillView): void {
  const name = pillName(view);
  span.dataset['pill'] = String(index);
  span.draggable = true;
  span.className = `${pillClass} ${view.broken === undefined ? tones[view.tone] : broken}`;
  span.setAttribute('role', 'button');
  span.setAttribute('aria-roledescription', 'pill');
  span.setAttribute('aria-haspopup', 'dialog');
  span.setAttribute('aria-label', view.broken === undefined ? name : `${name}. ${view.broken}`);
  span.title = view.broken ?? view.note ?? say('designer.mapping.click-to-change', { name });
  if (view.broken !== undefined) {
    span.dataset['broken'] = '';
    span.append(part('!', 'mr-1 font-semibold'));
  }
  span.append(
    part(view.source, 'font-medium'),
    part(` › ${view.output}`, view.broken === undefined ? 'text-muted' : ''),
  );
  if (view.formats) span.append(part(` · ${view.formats}`, 'text-muted'));
}

function part(text: string, className: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

function fingerprint(piece: Piece): string {
  return JSON.stringify(piece);
}

const pillClass =
  'mx-px inline cursor-pointer rounded-[5px] box-decoration-clone px-1.5 py-0.5 text-[0.75rem] leading-[1.7] ' +
  'data-selected:outline-2 data-selected:outline-focus';

const tones = {
  trigger: 'bg-trigger/14 text-trigger hover:ring-1 hover:ring-trigger/50',
  app: 'bg-app/14 text-app hover:ring-1 hover:ring-app/50',
  tool: 'bg-tool/14 text-tool hover:ring-1 hover:ring-tool/50',
  constant: 'bg-faint/16 text-ink hover:ring-1 hover:ring-faint/50',
} as const;

const broken = 'bg-fail-soft text-fail outline-1 outline-dashed outline-fail';
