import { deletionSpan, stepFrom } from './deletion-span.ts';
import type { TemplateEditor } from './template-editor.ts';
import { lengthOf, pillAt } from './template-edit.ts';

/**
 * Does what a key means in an input, where the browser would do it wrongly or not at all: stepping
 * over and deleting pills, undo, opening a pill. Everything else is left to the browser.
 */
export function handleKey(editor: TemplateEditor, event: KeyboardEvent): void {
  // Safari ends a composition before the Enter that ended it; 229 marks such keys.
  if (editor.composing || event.isComposing || event.keyCode === 229) return;
  editor.noteSelection();
  if (editor.port.onKey(event) || act(editor, event)) {
    event.preventDefault();
    event.stopPropagation();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    // Not a new line: it travels on to the dialog, where it means Done.
    event.preventDefault();
  }
}

function act(editor: TemplateEditor, event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'z':
    case 'Z':
      if (!command || event.altKey) return false;
      if (event.shiftKey) editor.redo();
      else editor.undo();
      return true;
    case 'y':
      if (!command || event.altKey || event.shiftKey) return false;
      editor.redo();
      return true;
    case 'Backspace':
    case 'Delete':
      // Shift+Delete is an old key for cut.
      if (event.key === 'Delete' && event.shiftKey) return false;
      editor.delete(event.key === 'Backspace' ? 'backward' : 'forward', reachOf(event));
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      return step(editor, event);
    case 'Home':
    case 'End':
      return toEnd(editor, event);
    case 'Enter':
      return !command && openPill(editor);
    default:
      return false;
  }
}

function reachOf(event: KeyboardEvent): 'character' | 'word' | 'line' {
  if (event.metaKey) return 'line';
  return event.ctrlKey || event.altKey ? 'word' : 'character';
}

function step(editor: TemplateEditor, event: KeyboardEvent): boolean {
  if (event.metaKey) return false;
  const { anchor, focus } = editor.selection;
  const direction = event.key === 'ArrowLeft' ? 'backward' : 'forward';
  const beside = pillAt(editor.template, direction === 'backward' ? focus - 1 : focus);
  const byWord = event.ctrlKey || event.altKey;
  if (anchor !== focus && !event.shiftKey) {
    const edge = direction === 'backward' ? editor.span.from : editor.span.to;
    editor.choose({ anchor: edge, focus: edge });
    return true;
  }
  // Within text the browser knows better, for it knows the direction of writing.
  if (!beside && !byWord) return false;
  const word = deletionSpan(editor.template, focus, { direction, reach: 'word' });
  const next = byWord
    ? word[direction === 'backward' ? 'from' : 'to']
    : stepFrom(editor.template, focus, direction);
  editor.choose({ anchor: event.shiftKey ? anchor : next, focus: next });
  return true;
}

function toEnd(editor: TemplateEditor, event: KeyboardEvent): boolean {
  const whole = event.ctrlKey || event.metaKey || !editor.port.tall;
  if (!whole || event.altKey) return false;
  const focus = event.key === 'Home' ? 0 : lengthOf(editor.template);
  editor.choose({ anchor: event.shiftKey ? editor.selection.anchor : focus, focus });
  return true;
}

function openPill(editor: TemplateEditor): boolean {
  const { from, to } = editor.span;
  if (to !== from + 1 || !pillAt(editor.template, from)) return false;
  editor.port.onPill(from);
  return true;
}
