import type { HttpExchange } from '@sluice/schema';
import { classNames } from '../../ui/class-names.ts';
import { barDetails, barName } from './bar-text.ts';
import type { Bar, BarLook, Timeline } from './timeline-of.ts';

const looks: Readonly<Record<BarLook, string>> = {
  succeeded: 'border-ok bg-ok/75',
  failed: 'border-fail bg-fail/75',
  interrupted: 'border-dashed border-fail bg-fail-soft',
  running: 'border-run bg-run/75 animate-pulse-soft',
  pause:
    'border-wait/60 bg-[repeating-linear-gradient(135deg,var(--wait-soft)_0_4px,color-mix(in_srgb,var(--wait)_40%,transparent)_4px_6px)]',
  given: 'border-trigger bg-trigger rotate-45',
};

interface TimelineBarProps {
  readonly bar: Bar;
  readonly stepName: string;
  readonly span: Pick<Timeline, 'from' | 'to'>;
  /** The one that Tab reaches; arrows lead to the others. */
  readonly isActive: boolean;
  readonly onActivate: (bar: Bar) => void;
  readonly onChoose: () => void;
}

/** One stretch of a step's time, with its requests as ticks beneath. */
export function TimelineBar({
  bar,
  stepName,
  span,
  isActive,
  onActivate,
  onChoose,
}: TimelineBarProps) {
  const place = placeIn(span);
  const isMoment = bar.stretch === undefined;
  const { left, width } = place(bar.from, bar.to);
  return (
    <>
      <button
        type="button"
        data-bar={bar.id}
        data-look={bar.look}
        tabIndex={isActive ? 0 : -1}
        aria-label={[stepName, barName(bar), ...barDetails(bar)].join(', ')}
        onFocus={() => onActivate(bar)}
        onPointerEnter={() => onActivate(bar)}
        onClick={onChoose}
        style={isMoment ? { left } : { left, width }}
        className={classNames(
          'absolute top-1.5 h-3.5 cursor-pointer rounded-[3px] border outline-offset-1',
          isMoment ? 'size-2.5! translate-y-0.5 -translate-x-1/2' : 'min-w-[3px]',
          looks[bar.look],
        )}
      />
      {bar.exchanges.map((exchange, index) => (
        <span
          key={index}
          aria-hidden
          style={place(Date.parse(exchange.at), Date.parse(exchange.at) + exchange.durationMs)}
          className={classNames(
            'absolute top-6 h-1 min-w-0.5 rounded-full',
            isFine(exchange) ? 'bg-accent' : 'bg-fail',
          )}
        />
      ))}
    </>
  );
}

function placeIn({ from, to }: Pick<Timeline, 'from' | 'to'>) {
  const percent = (ms: number) => `${((100 * ms) / (to - from)).toFixed(4)}%`;
  return (begin: number, end: number) => ({
    left: percent(begin - from),
    width: percent(end - begin),
  });
}

function isFine({ status }: HttpExchange): boolean {
  return status !== undefined && status < 400;
}
