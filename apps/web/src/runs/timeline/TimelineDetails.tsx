import type { FlowNode } from '@sluice/schema';
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { clockText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { barDetails, barName } from './bar-text.ts';
import type { Bar } from './timeline-of.ts';

interface TimelineDetailsProps {
  readonly active: { readonly node: FlowNode; readonly bar: Bar } | undefined;
  readonly zoom: number;
  readonly most: number;
  readonly onZoom: (zoom: number) => void;
}

/** The line above the picture: the bar that is pointed at or focused in words, and the zoom. */
export function TimelineDetails({ active, zoom, most, onZoom }: TimelineDetailsProps) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-b pr-1.5 pl-3">
      <p className="min-w-0 flex-1 truncate text-hint text-muted">
        {active && (
          <>
            <b className="font-semibold text-ink">{active.node.name}</b>
            {[
              '',
              barName(active.bar),
              clockText(new Date(active.bar.from).toISOString()),
              ...barDetails(active.bar),
            ].join(' · ')}
          </>
        )}
      </p>
      <IconButton
        label={say('runs.timeline.zoom-out')}
        size="small"
        icon={<ZoomOut />}
        disabled={zoom <= 1}
        onClick={() => onZoom(zoom / 2)}
      />
      <IconButton
        label={say('runs.timeline.zoom-in')}
        size="small"
        icon={<ZoomIn />}
        disabled={zoom >= most}
        onClick={() => onZoom(zoom * 2)}
      />
      <IconButton
        label={say('runs.timeline.fit')}
        size="small"
        icon={<Maximize2 />}
        disabled={zoom <= 1}
        onClick={() => onZoom(1)}
      />
    </div>
  );
}
