import { relativeTime, timeText, timeToCome } from '../words/format.ts';
import { useNow } from './use-now.ts';

interface RelativeTimeProps {
  /** ISO 8601. */
  readonly at: string;
  /** It is yet to be. */
  readonly toCome?: boolean;
  readonly className?: string;
}

/** How long ago something was, or in how long and when it will be; the exact time is on hover. */
export function RelativeTime({ at, toCome = false, className }: RelativeTimeProps) {
  const now = useNow();
  return (
    <time
      dateTime={at}
      title={timeText(at, { dateStyle: 'full', timeStyle: 'medium' })}
      className={className}
    >
      {toCome ? timeToCome(at, now) : relativeTime(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
