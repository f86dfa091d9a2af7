import type { Bar, TimelineRow } from './timeline-of.ts';

/** The bar that an arrow key leads to: before or after in its row, or the nearest of the row above or below. */
export function nextBar(
  rows: readonly TimelineRow[],
  id: string | undefined,
  key: string,
): Bar | undefined {
  const row = rows.findIndex(({ bars }) => bars.some((bar) => bar.id === id));
  const bars = rows[row]?.bars ?? [];
  const at = bars.findIndex((bar) => bar.id === id);
  const bar = bars[at];
  if (!bar) return undefined;
  switch (key) {
    case 'ArrowRight':
      return bars[at + 1];
    case 'ArrowLeft':
      return bars[at - 1];
    case 'ArrowDown':
      return nearest(rows[row + 1]?.bars, bar);
    case 'ArrowUp':
      return nearest(rows[row - 1]?.bars, bar);
    case 'Home':
      return rows[0]?.bars[0];
    case 'End':
      return rows.at(-1)?.bars.at(-1);
    default:
      return undefined;
  }
}

function nearest(bars: readonly Bar[] | undefined, { from }: Bar): Bar | undefined {
  return bars?.reduce((best, each) =>
    Math.abs(each.from - from) < Math.abs(best.from - from) ? each : best,
  );
}
