import type { FlowNote } from '@sluice/schema';
import { type KeyboardEvent, useState } from 'react';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { keepFocus } from './focus-node.ts';
import { useCanvas } from './use-canvas.ts';
import { useCommands } from './use-commands.ts';

/** The text of a note, or the box in which it is being written. */
export function NoteText({ note }: { readonly note: FlowNote }) {
  const writing = useCanvas((canvas) => canvas.writtenNoteId === note.id);
  if (writing) return <WrittenText note={note} />;
  return note.text.trim() === '' ? (
    <p className="note-text text-faint">{say('designer.note.empty')}</p>
  ) : (
    <p className="note-text">{note.text}</p>
  );
}

/** Leaving it, Escape and Ctrl with Enter keep what was written; a note left empty goes away. */
function WrittenText({ note }: { readonly note: FlowNote }) {
  const { canvas, document: flowDocument } = useDesigner();
  const { changeNote, remove } = useCommands();
  const [text, setText] = useState(note.text);

  function finish() {
    if (canvas.getState().writtenNoteId !== note.id) return;
    canvas.getState().write(undefined);
    if (text.trim() !== '') changeNote({ ...note, text });
    else if (isNew()) flowDocument.getState().undo();
    else remove([note.id]);
    keepFocus(note.id);
  }

  /** Whether adding it was the latest gesture, so that taking it back leaves no trace. */
  function isNew(): boolean {
    const before = flowDocument.getState().past.at(-1);
    return before !== undefined && !before.notes?.some(({ id }) => id === note.id);
  }

  function press(event: KeyboardEvent) {
    event.stopPropagation();
    const done =
      event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done) return;
    event.preventDefault();
    finish();
  }

  return (
    <textarea
      autoFocus
      aria-label={say('designer.note.title')}
      className="note-text nodrag nopan nowheel"
      placeholder={say('designer.note.hint')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onKeyDown={press}
      onFocus={(event) => event.target.select()}
    />
  );
}
