import { printTable } from './print-table.ts';

/** One property, the figure it should reach, and the one that was measured. */
export interface Figure {
  readonly property: string;
  readonly toReach: string;
  readonly measured: string;
  /** Absent where a figure is told and not judged. */
  readonly reached?: boolean;
}

/** A figure that must not be larger than `most`. */
export function atMost(most: number, measured: number, about: Named): Figure {
  return judged(`≤ ${most}`, { measured, reached: measured <= most }, about);
}

/** A figure that must not be smaller than `least`. */
export function atLeast(least: number, measured: number, about: Named): Figure {
  return judged(`≥ ${least}`, { measured, reached: measured >= least }, about);
}

/** A count that must be exactly this. */
export function exactly(count: number, measured: number, about: Named): Figure {
  return judged(`${count}`, { measured, reached: measured === count }, about);
}

/** Prints the figures of a program with what they should be. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  printTable(title, [
    ['property', 'to reach', 'measured', ''],
    ...figures.map(({ property, toReach, measured, reached }) => [
      property,
      toReach,
      measured,
      reached === undefined ? '' : reached ? 'reached' : 'NOT REACHED',
    ]),
  ]);
}

interface Named {
  readonly property: string;
  readonly unit?: string;
}

function judged(
  toReach: string,
  { measured, reached }: { readonly measured: number; readonly reached: boolean },
  { property, unit = '' }: Named,
): Figure {
  const known = Number.isFinite(measured);
  return {
    property,
    toReach: `${toReach}${unit}`,
    measured: known ? `${shown(measured)}${unit}` : 'not measured',
    ...(known && { reached }),
  };
}

/** Three digits that mean something, and whole numbers whole. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toString();
  return value.toFixed(Math.abs(value) < 1 ? 3 : 1);
}
