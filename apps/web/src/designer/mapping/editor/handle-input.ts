import type { Direction, Reach } from './deletion-span.ts';
import { offsetOf } from './read-dom.ts';
import type { TemplateEditor } from './template-editor.ts';
import type { Span } from './template-edit.ts';

/**
 * Turns what the browser is about to do to the element into an edit of the template. What an input
 * method composes is let through and read back later; all else never touches the element.
 */
export function handleInput(editor: TemplateEditor, event: InputEvent): void {
  if (editor.composing || event.isComposing || event.inputType.includes('Composition')) return;
  event.preventDefault();
  editor.noteSelection();
  switch (event.inputType) {
    case 'insertText':
    case 'insertReplacementText':
    case 'insertFromYank':
      return type(editor, event);
    case 'insertLineBreak':
    case 'insertParagraph':
      if (editor.port.tall) editor.replace(editor.span, [{ text: '\n' }]);
      return;
    case 'historyUndo':
      return editor.undo();
    case 'historyRedo':
      return editor.redo();
    default: {
      const deletion = deletions[event.inputType];
      if (deletion) editor.delete(...deletion);
    }
  }
}

function type(editor: TemplateEditor, event: InputEvent): void {
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  const span = targetOf(editor, event) ?? editor.span;
  editor.replace(span, [{ text }], text);
  editor.port.onTyped(text, span.from + text.length);
}

/** A correction replaces the misspelt word, wherever the caret is. */
function targetOf(editor: TemplateEditor, event: InputEvent): Span | undefined {
  const [range] = event.inputType === 'insertReplacementText' ? event.getTargetRanges() : [];
  return (
    range && {
      from: offsetOf(editor.root, range.startContainer, range.startOffset),
      to: offsetOf(editor.root, range.endContainer, range.endOffset),
    }
  );
}

const deletions: Readonly<Record<string, [Direction, Reach]>> = {
  deleteContent: ['backward', 'character'],
  deleteContentBackward: ['backward', 'character'],
  deleteContentForward: ['forward', 'character'],
  deleteWordBackward: ['backward', 'word'],
  deleteWordForward: ['forward', 'word'],
  deleteSoftLineBackward: ['backward', 'line'],
  deleteSoftLineForward: ['forward', 'line'],
  deleteHardLineBackward: ['backward', 'line'],
  deleteHardLineForward: ['forward', 'line'],
};
