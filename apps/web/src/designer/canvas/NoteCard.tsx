import { NOTE_SIZE } from '@sluice/schema';
import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useMayBuild } from '../state/may-build.ts';
import { useDesigner } from '../state/designer-context.ts';
import { NoteText } from './NoteText.tsx';
import type { CanvasNote } from './project-flow.ts';
import { useCommands } from './use-commands.ts';

const { least, most } = NOTE_SIZE;

/** A note as the canvas draws it: beneath edges and nodes, as large as its builder made it. */
export const NoteCard = memo(function NoteCard({ data, selected }: NodeProps<CanvasNote>) {
  const { note } = data;
  const { canvas } = useDesigner();
  const { changeNote } = useCommands();
  const mayBuild = useMayBuild();
  return (
    <article
      className="note"
      data-tone={note.tone}
      data-selected={selected || undefined}
      onDoubleClick={() => mayBuild && canvas.getState().write(note.id)}
    >
      <NodeResizer
        isVisible={selected && mayBuild}
        minWidth={least.width}
        minHeight={least.height}
        maxWidth={most}
        maxHeight={most}
        onResizeEnd={(_event, { x, y, width, height }) =>
          changeNote({
            ...note,
            position: { x: Math.round(x), y: Math.round(y) },
            width: Math.round(width),
            height: Math.round(height),
          })
        }
      />
      <NoteText note={note} />
    </article>
  );
});
