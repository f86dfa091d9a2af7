/** Lengths between two marks that people can read at a glance, in milliseconds. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500]
  .concat([1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000))
  .concat([1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60_000))
  .concat([1, 2, 3, 6, 12].map((hours) => hours * 3_600_000))
  .concat([1, 2, 7, 14, 30, 90, 365].map((days) => days * 86_400_000));

/** Where an axis of this length has its marks, in milliseconds from its beginning: at most so many. */
export function axisMarks(length: number, most: number): readonly number[] {
  const step = steps.find((each) => length / each <= most) ?? length;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
}
