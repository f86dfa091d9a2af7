import { pillName } from '../pill-view.ts';
import { clearDropCaret, dropOffset, showDropCaret } from './drop-place.ts';
import type { TemplateEditor } from './template-editor.ts';
import { type Span, lengthOf, slice } from './template-edit.ts';
import { isWelcome, readTransfer, writeTransfer } from './transfer.ts';

/** Copies the selection, and takes it away when it is cut. */
export function handleCopy(editor: TemplateEditor, event: ClipboardEvent): void {
  editor.noteSelection();
  const { span } = editor;
  if (!event.clipboardData || span.from === span.to) return;
  event.preventDefault();
  write(editor, span, event.clipboardData);
  if (event.type === 'cut') editor.replace(span, []);
}

/** Puts what is on the clipboard in place of the selection. */
export function handlePaste(editor: TemplateEditor, event: ClipboardEvent): void {
  event.preventDefault();
  editor.noteSelection();
  if (!event.clipboardData) return;
  const parts = readTransfer(event.clipboardData, editor.port.tall);
  if (lengthOf(parts) > 0) editor.replace(editor.span, parts);
}

/** Begins to drag a pill or the selection. */
export function handleDragStart(editor: TemplateEditor, event: DragEvent): void {
  if (!event.dataTransfer) return;
  editor.noteSelection();
  const pill = event.target instanceof Element ? event.target.closest('[data-pill]') : null;
  const span = pill ? editor.spanOfPill(Number(pill.getAttribute('data-pill'))) : editor.span;
  write(editor, span, event.dataTransfer);
  event.dataTransfer.effectAllowed = 'copyMove';
  dragged = { editor, span };
}

/** Shows where a drag would drop. */
export function handleDragOver(editor: TemplateEditor, event: DragEvent): void {
  if (!event.dataTransfer || !isWelcome(event.dataTransfer)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = dragged?.editor === editor ? 'move' : 'copy';
  showDropCaret(editor.root, dropOffset(editor.root, event.clientX, event.clientY));
}

/** Takes what is dropped, at the place under the pointer. */
export function handleDrop(editor: TemplateEditor, event: DragEvent): void {
  clearDropCaret(editor.root);
  if (!event.dataTransfer || !isWelcome(event.dataTransfer)) return;
  event.preventDefault();
  const at = dropOffset(editor.root, event.clientX, event.clientY);
  const parts = readTransfer(event.dataTransfer, editor.port.tall);
  editor.root.focus();
  if (dragged?.editor === editor) editor.move(dragged.span, at);
  else if (lengthOf(parts) > 0) editor.replace({ from: at, to: at }, parts);
  dragged = undefined;
}

/** Ends a drag, wherever it was dropped. */
export function handleDragEnd(editor: TemplateEditor): void {
  dragged = undefined;
  clearDropCaret(editor.root);
}

// One pointer drags one thing at a time, possibly from one input to another.
let dragged: { readonly editor: TemplateEditor; readonly span: Span } | undefined;

function write(editor: TemplateEditor, span: Span, transfer: DataTransfer): void {
  writeTransfer(transfer, slice(editor.template, span), (pill) =>
    pillName(editor.port.viewOf(pill)),
  );
}
