import { type FlowNote, NOTE_SIZE, noteText } from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { Designer } from '../state/designer.ts';
import type { Commands } from './commands.ts';
import { keepFocus } from './focus-node.ts';
import { newNote } from './new-note.ts';

/** What adds and changes notes. */
export function noteCommands(
  designer: Designer,
): Pick<Commands, 'addNote' | 'changeNote' | 'resizeNotes'> {
  const document = () => designer.document.getState();
  const tell = (text: string) => designer.announcements.getState().say(text);

  return {
    addNote: (position) => {
      const note = newNote(position);
      document().edit({ edit: 'add-note', note });
      const { select, write } = designer.canvas.getState();
      select([note.id]);
      write(note.id);
      tell(say('designer.said.note-added'));
    },
    changeNote: (note) => {
      const text = noteText(note.text);
      const before = document().flow.notes?.find(({ id }) => id === note.id);
      if (!before || isSame(before, { ...note, text })) return;
      document().edit({ edit: 'change-note', note: { ...note, text } });
      tell(say('designer.said.note-changed'));
      keepFocus(note.id);
    },
    resizeNotes: (ids, by) => {
      const notes = (document().flow.notes ?? []).filter(({ id }) => ids.includes(id));
      document().edit(
        ...notes.map((note) => ({
          edit: 'change-note' as const,
          note: {
            ...note,
            width: within(note.width + by.width, NOTE_SIZE.least.width),
            height: within(note.height + by.height, NOTE_SIZE.least.height),
          },
        })),
      );
      const [note] = (document().flow.notes ?? []).filter(({ id }) => ids.includes(id));
      if (note) tell(say('designer.said.note-sized', { width: note.width, height: note.height }));
    },
  };
}

function isSame(one: FlowNote, other: FlowNote): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function within(size: number, least: number): number {
  return Math.min(NOTE_SIZE.most, Math.max(least, Math.round(size)));
}
