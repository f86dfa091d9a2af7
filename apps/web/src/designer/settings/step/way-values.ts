import type { PerWayLine, Template } from '@sluice/schema';

interface Way {
  readonly source: string;
  readonly exit: string;
}

/** What a named value is when the run comes by a way. */
export function wayValue({ values }: PerWayLine, way: Way): Template {
  return values.find((each) => isSame(each, way))?.value ?? [];
}

/** Returns the line with another value for a way. Values of ways not drawn just now stay. */
export function withWayValue(line: PerWayLine, way: Way, value: Template): PerWayLine {
  const { source, exit } = way;
  const known = line.values.some((each) => isSame(each, way));
  return {
    ...line,
    values: known
      ? line.values.map((each) => (isSame(each, way) ? { ...each, value } : each))
      : [...line.values, { source, exit, value }],
  };
}

function isSame(one: Way, other: Way): boolean {
  return one.source === other.source && one.exit === other.exit;
}
