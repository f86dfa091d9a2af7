export const periods = ['all', 'hour', 'today', 'week'] as const;
/** How far back a list of runs reaches. */
export type Period = (typeof periods)[number];

/** When a period began, in ISO 8601. It stays the same for a minute, so that a list can be kept. */
export function periodStart(period: Period, now: Date): string | undefined {
  const start = new Date(now);
  start.setSeconds(0, 0);
  switch (period) {
    case 'all':
      return undefined;
    case 'hour':
      start.setHours(start.getHours() - 1);
      break;
    case 'today':
      start.setHours(0, 0);
      break;
    case 'week':
      start.setHours(0, 0);
      start.setDate(start.getDate() - 6);
      break;
  }
  return start.toISOString();
}
