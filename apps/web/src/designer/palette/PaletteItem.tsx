import { Plus } from 'lucide-react';
import { type DragEvent, useRef } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { say } from '../../words/say.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { beginNodeDrag } from '../canvas/node-drag.ts';
import { useMayBuild } from '../state/may-build.ts';
import { DragPreview } from './DragPreview.tsx';
import type { PaletteEntry } from './palette-entries.ts';
import { useAddInView } from './use-add-in-view.ts';

interface PaletteItemProps {
  readonly entry: PaletteEntry;
  /** Names the connector too, where entries of several stand together. */
  readonly showConnector?: boolean;
}

/**
 * One trigger or step of the palette. Dragging adds it where it is let go, and a double-click or Enter
 * after the selected node. Enter leaves the focus here, for the next one.
 */
export function PaletteItem({ entry, showConnector = false }: PaletteItemProps) {
  const addInView = useAddInView();
  const mayBuild = useMayBuild();
  const preview = useRef<HTMLDivElement>(null);

  function begin(event: DragEvent) {
    if (preview.current) beginNodeDrag(event.dataTransfer, entry.type, preview.current);
  }

  return (
    <>
      <button
        type="button"
        draggable={mayBuild}
        aria-disabled={!mayBuild || undefined}
        aria-label={`${entry.label}. ${entry.summary}`}
        title={mayBuild ? say('designer.palette.how-to-add') : undefined}
        onDragStart={begin}
        onDoubleClick={() => {
          const added = addInView(entry.type);
          if (added !== undefined) focusNode(added);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          addInView(entry.type);
        }}
        className="group relative flex w-full cursor-grab items-center gap-2.5 rounded-r1 px-2 py-[7px] text-left -outline-offset-2 hover:bg-sunken active:cursor-grabbing"
      >
        <NodeTile type={entry.type} />
        <span className="min-w-0 flex-1 group-focus-visible:pr-5">
          <span className="block truncate font-medium">{entry.label}</span>
          <span className="block truncate text-hint text-faint">
            {showConnector && `${entry.connector} · `}
            {entry.summary}
          </span>
        </span>
        <Plus
          aria-hidden
          className="absolute right-2 size-4 rounded-r1 bg-surface text-accent opacity-0 group-focus-visible:opacity-100"
        />
      </button>
      <DragPreview ref={preview} entry={entry} />
    </>
  );
}
