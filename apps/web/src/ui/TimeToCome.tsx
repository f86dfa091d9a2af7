import { timeText, timeToCome } from '../words/format.ts';
import { useNow } from './use-now.ts';

interface TimeToComeProps {
  /** ISO 8601. */
  readonly at: string;
}

/** In how long something will be, and at what time; the exact time is on hover. */
export function TimeToCome({ at }: TimeToComeProps) {
  const now = useNow();
  return (
    <time dateTime={at} title={timeText(at, { dateStyle: 'full', timeStyle: 'medium' })}>
      {timeToCome(at, now)}
    </time>
  );
}
