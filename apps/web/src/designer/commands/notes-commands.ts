import { type NoteTone, noteTones } from '@sluice/schema';
import { Palette, Pencil, StickyNote } from 'lucide-react';
import type { WordKey } from '../../words/say.ts';
import type { Command, Scene } from './command.ts';
import type { Shortcut } from './shortcut.ts';

const STEP = 20;
const isNotes = ({ notes, nodes }: Scene) => notes.length > 0 && nodes.length === 0;

const tones: Readonly<Record<NoteTone, WordKey>> = {
  plain: 'designer.commands.note-plain',
  accent: 'designer.commands.note-accent',
  trigger: 'designer.commands.note-trigger',
  tool: 'designer.commands.note-tool',
  alert: 'designer.commands.note-alert',
};

/** What can be done with notes. */
export const notesCommands: readonly Command[] = [
  {
    id: 'add-note',
    label: 'designer.commands.add-note',
    group: 'notes',
    keys: ['t'],
    icon: StickyNote,
    builds: true,
    run: ({ drawing, view, at }) => drawing.addNote(at?.canvas ?? view.freePlace()),
  },
  {
    id: 'write-note',
    label: 'designer.commands.write-note',
    group: 'notes',
    keys: ['Enter'],
    icon: Pencil,
    builds: true,
    isOffered: ({ notes, nodes }) => notes.length === 1 && nodes.length === 0,
    run: ({ designer, notes: [note] }) => note && designer.canvas.getState().write(note.id),
  },
  ...noteTones.map((tone): Command => ({
    id: `note-${tone}`,
    label: tones[tone],
    group: 'notes',
    icon: Palette,
    builds: true,
    isOffered: ({ notes }) => notes.some((note) => (note.tone ?? 'plain') !== tone),
    run: ({ drawing, notes }) => {
      for (const { tone: _was, ...note } of notes)
        drawing.changeNote(tone === 'plain' ? note : { ...note, tone });
    },
  })),
  sizing('wider', 'designer.commands.note-wider', ['Alt+ArrowRight', { width: STEP, height: 0 }]),
  sizing('narrower', 'designer.commands.note-narrower', [
    'Alt+ArrowLeft',
    { width: -STEP, height: 0 },
  ]),
  sizing('taller', 'designer.commands.note-taller', ['Alt+ArrowDown', { width: 0, height: STEP }]),
  sizing('shorter', 'designer.commands.note-shorter', ['Alt+ArrowUp', { width: 0, height: -STEP }]),
];

type Size = { readonly width: number; readonly height: number };

function sizing(name: string, label: WordKey, [key, by]: readonly [Shortcut, Size]): Command {
  return {
    id: `note-${name}`,
    label,
    group: 'notes',
    keys: [key],
    builds: true,
    isOffered: isNotes,
    run: ({ drawing, ids }) => drawing.resizeNotes(ids, by),
  };
}
