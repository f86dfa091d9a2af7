import type { FlowNote } from '@sluice/schema';
import { StickyNote } from 'lucide-react';
import { NoteText } from '../canvas/NoteText.tsx';
import { spokenNote } from '../canvas/spoken-names.ts';
import { useCanvas } from '../canvas/use-canvas.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useChoosing } from './use-choosing.ts';

interface NoteLineProps {
  readonly note: FlowNote;
  readonly canBeReached: boolean;
}

/** A note in the list, where it can be written too. */
export function NoteLine({ note, canBeReached }: NoteLineProps) {
  const { canvas } = useDesigner();
  const selected = useCanvas(({ selectedIds }) => selectedIds.includes(note.id));
  const choosing = useChoosing(note.id);
  return (
    <div
      {...choosing}
      role="treeitem"
      aria-level={1}
      aria-selected={selected}
      aria-label={spokenNote(note)}
      tabIndex={canBeReached ? 0 : -1}
      data-id={note.id}
      className="outline-item outline-note"
      onDoubleClick={() => canvas.getState().write(note.id)}
    >
      <StickyNote aria-hidden className="size-4 shrink-0" />
      <NoteText note={note} />
    </div>
  );
}
