const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago a time was, such as `3 min ago`; a date once it is a week away. */
export function relativeTime(iso: string, now: number): string {
  const distance = now - Date.parse(iso);
  const away = Math.abs(distance);
  if (Number.isNaN(distance)) return '';
  if (away < 10_000) return 'just now';
  if (away >= 7 * DAY) return new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium' });
  const words = inWords(away);
  return distance > 0 ? `${words} ago` : `in ${words}`;
}

function inWords(away: number): string {
  if (away < MINUTE) return `${Math.round(away / 1000)} s`;
  if (away < HOUR) return `${Math.round(away / MINUTE)} min`;
  if (away < DAY) return `${Math.round(away / HOUR)} h`;
  const days = Math.round(away / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}
