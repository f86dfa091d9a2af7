import type { Pill, Template } from '@sluice/schema';
import type { PillView } from '../pill-view.ts';
import { type Direction, type Reach, deletionSpan } from './deletion-span.ts';
import { drawTemplate } from './draw-template.ts';
import {
  type EditHistory,
  type Moment,
  emptyHistory,
  redo,
  remember,
  undo,
} from './edit-history.ts';
import { select, selectionIn, spanOf, templateFromDom } from './read-dom.ts';
import { type Span, lengthOf, moveSpan, pillAt, pillOffsets, splice } from './template-edit.ts';

/** What an editor needs from the input around it; read anew at every use. */
export interface EditorPort {
  /** Whether the input holds several lines. */
  readonly tall: boolean;
  readonly viewOf: (pill: Pill) => PillView;
  readonly ornament?: string | undefined;
  readonly onChange: (template: Template) => void;
  /** The caret or selection moved within the input. */
  readonly onSelection: (span: Span) => void;
  /** A person typed this; the caret is behind it. */
  readonly onTyped: (text: string, caret: number) => void;
  /** A person asked to look at the pill that is the unit after this offset. */
  readonly onPill: (offset: number) => void;
  /** Sees a key first; true when it is dealt with. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/**
 * The state of one input and the only ways it changes.
 *
 * The template is the truth and the element only shows it: an edit computes the next template,
 * draws it and puts the caret where it belongs. While an input method composes, the element is the
 * browser's; what came of it is read back once the composition ends.
 */
export class TemplateEditor {
  readonly root: HTMLElement;
  port: EditorPort;
  composing = false;
  #template: Template = [];
  #history: EditHistory = emptyHistory;
  #selection = { anchor: 0, focus: 0 };
  #shown = false;

  constructor(root: HTMLElement, port: EditorPort) {
    this.root = root;
    this.port = port;
  }

  get template(): Template {
    return this.#template;
  }

  /** The selection, or where it was when the input lost the focus. */
  get selection(): { readonly anchor: number; readonly focus: number } {
    return this.#selection;
  }

  get span(): Span {
    return spanOf(this.#selection);
  }

  /** Where the pill with this place among the pills is. */
  spanOfPill(index: number): Span {
    const from = pillOffsets(this.#template)[index] ?? lengthOf(this.#template);
    return { from, to: Math.min(from + 1, lengthOf(this.#template)) };
  }

  /**
   * Shows what the form holds, unless it is what this editor itself last made of it. What the form
   * put there, such as a chosen option, can be undone like what was typed.
   */
  show(template: Template): void {
    if (this.composing) return;
    const isOther = template !== this.#template;
    if (isOther && this.#shown && !isSame(template, this.#template)) {
      this.#history = remember(this.#history, this.#now());
    }
    this.#shown = true;
    this.#template = template;
    this.#draw();
    if (!isOther) return;
    const end = lengthOf(template);
    const { anchor, focus } = this.#selection;
    if (!this.#hasFocus()) this.#selection = { anchor: end, focus: end };
    // What was chosen from a list is selected whole, so that the next letter begins a new search.
    else if (this.port.ornament !== undefined) this.#selection = { anchor: 0, focus: end };
    else this.#selection = { anchor: Math.min(end, anchor), focus: Math.min(end, focus) };
    this.#select();
  }

  /** Replaces a span and puts the caret behind what came in. `typed` lets letters undo as words. */
  replace(span: Span, insert: Template, typed?: string): void {
    this.#history = remember(this.#history, this.#now(), typed);
    this.#become(splice(this.#template, span, insert), span.from + lengthOf(insert));
  }

  /** Moves a span of this input to another place in it. */
  move(span: Span, to: number): void {
    const moved = moveSpan(this.#template, span, to);
    if (moved === this.#template) return;
    this.#history = remember(this.#history, this.#now());
    this.#become(moved, to > span.to ? to : to + span.to - span.from);
  }

  /** Deletes the selection, or from the caret; a pill beside the caret is only selected at first. */
  delete(direction: Direction, reach: Reach): void {
    if (this.span.from < this.span.to) return this.replace(this.span, []);
    const span = deletionSpan(this.#template, this.span.from, { direction, reach });
    if (span.from === span.to) return;
    if (pillAt(this.#template, span.from)) this.choose({ anchor: span.from, focus: span.to });
    else this.replace(span, []);
  }

  undo(): void {
    this.#restore(undo(this.#history, this.#now()));
  }

  redo(): void {
    this.#restore(redo(this.#history, this.#now()));
  }

  /** Selects within the input. */
  choose(selection: { readonly anchor: number; readonly focus: number }): void {
    this.#selection = selection;
    this.#select();
  }

  /** Takes over what the browser did to the element by itself. */
  readBack(): void {
    const pills = this.#template.flatMap((part) => ('pill' in part ? [part.pill] : []));
    const template = templateFromDom(this.root, pills);
    const caret = selectionIn(this.root)?.focus ?? lengthOf(template);
    // A composition that was given up changed nothing, and there is nothing to undo.
    if (isSame(template, this.#template)) return this.#draw();
    this.#history = remember(this.#history, this.#now());
    this.#become(template, caret);
  }

  /**
   * Takes over where the person put the caret or the selection. Every handler begins with it, for
   * the page's own event about it comes only after the next key of a fast typist.
   */
  noteSelection(): void {
    const selection = this.composing || !this.#hasFocus() ? undefined : selectionIn(this.root);
    if (!selection) return;
    const { anchor, focus } = this.#selection;
    if (selection.anchor === anchor && selection.focus === focus) return;
    this.#selection = selection;
    this.#markSelected(this.span);
    this.port.onSelection(this.span);
  }

  /** Puts the caret, or the whole selection, back where it was. */
  resume(): void {
    this.#select();
  }

  /** Forgets which pills look selected, when the focus has gone elsewhere. */
  leave(): void {
    this.#markSelected({ from: 0, to: 0 });
  }

  #become(template: Template, caret: number): void {
    this.#template = template;
    this.#selection = { anchor: caret, focus: caret };
    this.#draw();
    this.#select();
    this.port.onChange(template);
    this.port.onSelection(this.span);
  }

  #restore(step: [Moment, EditHistory] | undefined): void {
    if (!step) return;
    this.#history = step[1];
    this.#become(step[0].template, step[0].caret);
  }

  #now(): Moment {
    return { template: this.#template, caret: this.#selection.focus };
  }

  #draw(): void {
    drawTemplate(this.root, this.#template, this.port);
  }

  #select(): void {
    if (!this.#hasFocus()) return;
    select(this.root, this.#selection);
    this.#markSelected(this.span);
  }

  #markSelected({ from, to }: Span): void {
    const offsets = pillOffsets(this.#template);
    for (const [index, pill] of this.root.querySelectorAll('[data-pill]').entries()) {
      const offset = offsets[index] ?? -1;
      pill.toggleAttribute('data-selected', offset >= from && offset < to);
    }
  }

  #hasFocus(): boolean {
    return this.root.contains(document.activeElement);
  }
}

function isSame(one: Template, other: Template): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
