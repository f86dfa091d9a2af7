import { handleInput } from './handle-input.ts';
import { handleKey } from './handle-key.ts';
import {
  handleCopy,
  handleDragEnd,
  handleDragOver,
  handleDragStart,
  handleDrop,
  handlePaste,
} from './handle-transfer.ts';
import { clearDropCaret } from './drop-place.ts';
import { type EditorPort, TemplateEditor } from './template-editor.ts';

/** Makes an element an input for templates. The answered function takes all listeners away. */
export function attachEditor(
  root: HTMLElement,
  port: EditorPort,
): { readonly editor: TemplateEditor; readonly detach: () => void } {
  const editor = new TemplateEditor(root, port);
  const ended = new AbortController();
  const { signal } = ended;
  let byPointer = false;
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => root.addEventListener(type, listener, { signal });

  on('keydown', (event) => handleKey(editor, event));
  on('beforeinput', (event) => handleInput(editor, event));
  // What could not be prevented, as on some touch keyboards, is read back.
  on('input', () => editor.composing || editor.readBack());
  on('compositionstart', () => {
    editor.composing = true;
  });
  on('compositionend', () => {
    editor.composing = false;
    editor.readBack();
  });
  on('copy', (event) => handleCopy(editor, event));
  on('cut', (event) => handleCopy(editor, event));
  on('paste', (event) => handlePaste(editor, event));
  on('dragstart', (event) => handleDragStart(editor, event));
  on('dragover', (event) => handleDragOver(editor, event));
  on('dragleave', () => clearDropCaret(root));
  on('drop', (event) => handleDrop(editor, event));
  on('dragend', () => handleDragEnd(editor));
  on('pointerdown', () => {
    byPointer = true;
  });
  on('focus', () => {
    if (!byPointer) editor.resume();
    byPointer = false;
  });
  on('blur', () => {
    byPointer = false;
    editor.leave();
  });
  on('click', (event) => openPill(editor, event));
  document.addEventListener('selectionchange', () => editor.noteSelection(), { signal });
  return { editor, detach: () => ended.abort() };
}

function openPill(editor: TemplateEditor, event: MouseEvent): void {
  const pill = event.target instanceof Element ? event.target.closest('[data-pill]') : null;
  if (!pill) return;
  const { from, to } = editor.spanOfPill(Number(pill.getAttribute('data-pill')));
  editor.choose({ anchor: from, focus: to });
  editor.port.onPill(from);
}
