import { type KeyboardEvent, useRef, useState } from 'react';
import { type RunDetail, isOver } from '@sluice/schema';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { say } from '../../words/say.ts';
import { nextBar } from './next-bar.ts';
import { TimelineAxis } from './TimelineAxis.tsx';
import { TimelineBar } from './TimelineBar.tsx';
import { TimelineDetails } from './TimelineDetails.tsx';
import { TimelineList } from './TimelineList.tsx';
import { timelineOf } from './timeline-of.ts';
import { useTicking } from './use-ticking.ts';

interface RunTimelineProps {
  readonly run: RunDetail;
  /** Shows what a step did. */
  readonly onSelect: (nodeId: string) => void;
}

/** How often the picture is as wide as the room for it. */
const LEAST_ZOOM = 1;
const MOST_ZOOM = 4096;

/**
 * A run as a picture of its time: a row for each step, a bar for each attempt and each pause,
 * requests as ticks. It is drawn on while the run is under way.
 */
export function RunTimeline({ run, onSelect }: RunTimelineProps) {
  const now = useTicking(!isOver(run.status));
  const timeline = timelineOf(run, now);
  const { rows } = timeline;
  const [activeId, setActiveId] = useState<string>();
  const [zoom, setZoom] = useState(LEAST_ZOOM);
  const picture = useRef<HTMLDivElement>(null);
  const all = rows.flatMap(({ node, bars }) => bars.map((bar) => ({ node, bar })));
  const active = all.find(({ bar }) => bar.id === activeId) ?? all[0];

  function press(event: KeyboardEvent) {
    const next = nextBar(rows, active?.bar.id, event.key);
    if (!next) return;
    event.preventDefault();
    picture.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(next.id)}"]`)?.focus();
  }

  function zoomTo(next: number) {
    setZoom(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, next)));
    requestAnimationFrame(() => {
      const bar = picture.current?.querySelector('[data-bar][tabindex="0"]');
      bar?.scrollIntoView({ inline: 'center', block: 'nearest' });
    });
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TimelineDetails active={active} zoom={zoom} most={MOST_ZOOM} onZoom={zoomTo} />
      <div
        role="group"
        aria-label={say('runs.timeline.title')}
        aria-description={say('runs.timeline.keys')}
        ref={picture}
        onKeyDown={press}
        className="grid min-h-0 flex-1 auto-rows-min grid-cols-[minmax(120px,220px)_minmax(0,1fr)] overflow-y-auto"
      >
        <div className="border-r">
          <div className="h-6 border-b" />
          {rows.map(({ node }) => (
            <div key={node.id} className="flex h-8 items-center gap-2 border-b px-3">
              <NodeTile type={node.type} size="small" />
              <button
                type="button"
                tabIndex={-1}
                onClick={() => onSelect(node.id)}
                className="min-w-0 truncate font-medium hover:underline"
              >
                {node.name}
              </button>
            </div>
          ))}
        </div>
        <div className="overflow-x-auto overflow-y-hidden px-3">
          <div className="relative" style={{ width: `${100 * zoom}%` }}>
            <TimelineAxis length={timeline.to - timeline.from} zoom={zoom} rows={rows.length} />
            {rows.map(({ node, bars }) => (
              <div key={node.id} className="relative h-8 border-b">
                {bars.map((bar) => (
                  <TimelineBar
                    key={bar.id}
                    bar={bar}
                    stepName={node.name}
                    span={timeline}
                    isActive={bar.id === active?.bar.id}
                    onActivate={({ id }) => setActiveId(id)}
                    onChoose={() => onSelect(node.id)}
                  />
                ))}
              </div>
            ))}
          </div>
        </div>
        <TimelineList timeline={timeline} />
      </div>
    </div>
  );
}
