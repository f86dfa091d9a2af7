import { clockText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { barDetails, barName } from './bar-text.ts';
import type { Timeline } from './timeline-of.ts';

/** The same as the picture in words, in the order it happened. */
export function TimelineList({ timeline }: { readonly timeline: Timeline }) {
  const happened = timeline.rows
    .flatMap(({ node, bars }) => bars.map((bar) => ({ node, bar })))
    .toSorted((one, other) => one.bar.from - other.bar.from);
  return (
    <details className="col-span-2 px-3 py-2 text-hint">
      <summary className="cursor-pointer text-muted">{say('runs.timeline.as-list')}</summary>
      <ol aria-label={say('runs.timeline.list')} className="mt-1 flex flex-col gap-0.5">
        {happened.map(({ node, bar }) => (
          <li key={bar.id} className="flex flex-wrap gap-x-2">
            <span className="text-faint tabular-nums">
              {clockText(new Date(bar.from).toISOString())}
            </span>
            <b className="font-medium">{node.name}</b>
            <span>{[barName(bar), ...barDetails(bar)].join(' · ')}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
