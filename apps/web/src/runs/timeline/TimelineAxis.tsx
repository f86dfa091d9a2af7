import { classNames } from '../../ui/class-names.ts';
import { durationText } from '../../words/format.ts';
import { axisMarks } from './time-axis.ts';

interface TimelineAxisProps {
  /** Milliseconds. */
  readonly length: number;
  readonly zoom: number;
  /** Rows beneath, through which the marks go. */
  readonly rows: number;
}

/** Marks in one width of the picture. */
const MARKS = 7;
/** From here on the time of a mark has no room behind it. */
const NEAR_THE_END = 0.95;
/** Beyond so many, marks are too far apart from what is seen to be drawn. */
const MOST_MARKS = 400;

/** The times above the picture, counted from the run's beginning. */
export function TimelineAxis({ length, zoom, rows }: TimelineAxisProps) {
  const marks = axisMarks(length, Math.min(MARKS * zoom, MOST_MARKS));
  return (
    <div className="h-6 border-b" aria-hidden>
      {marks.map((mark) => (
        <span
          key={mark}
          className={classNames(
            'absolute top-0 text-hint leading-6 whitespace-nowrap text-faint tabular-nums',
            mark / length > NEAR_THE_END ? '-translate-x-full border-r pr-1' : 'border-l pl-1',
          )}
          style={{ left: `${(100 * mark) / length}%`, height: 24 + rows * 32 }}
        >
          {mark === 0 ? '0' : durationText(mark)}
        </span>
      ))}
    </div>
  );
}
