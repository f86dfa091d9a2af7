import type { Ref } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import type { PaletteEntry } from './palette-entries.ts';

interface DragPreviewProps {
  readonly entry: PaletteEntry;
  readonly ref: Ref<HTMLDivElement>;
}

/** The card as it will stand on the canvas. It waits out of sight; the browser takes its picture. */
export function DragPreview({ entry, ref }: DragPreviewProps) {
  return (
    <div
      ref={ref}
      aria-hidden
      className={classNames(
        'pointer-events-none fixed top-0 -left-[9999px] flex h-16 w-[216px] items-center gap-2.5 border border-accent bg-raised px-3',
        entry.kind === 'trigger' ? 'rounded-full' : 'rounded-r2',
      )}
    >
      <NodeTile type={entry.type} size="large" />
      <span className="min-w-0">
        <span className="block truncate font-semibold">{entry.label}</span>
        <span className="block truncate text-hint text-faint">
          {entry.kind === 'trigger' ? say('designer.palette.trigger') : entry.connector}
        </span>
      </span>
    </div>
  );
}
