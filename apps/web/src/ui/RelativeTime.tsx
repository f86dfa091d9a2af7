import { relativeTime, timeText } from '../words/format.ts';
import { useNow } from './use-now.ts';

interface RelativeTimeProps {
  /** ISO 8601. */
  readonly at: string;
  readonly className?: string;
}

/** How long ago something was; the exact time is on hover. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow();
  return (
    <time
      dateTime={at}
      title={timeText(at, { dateStyle: 'full', timeStyle: 'medium' })}
      className={className}
    >
      {relativeTime(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
