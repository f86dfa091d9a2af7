import { writeDoubles } from './halo-double.ts';
import { expandWritten } from './written-json.ts';

/** Writes JSON as Halo does: undefined properties left out, doubles with their point. */
export function writeJson(value: unknown): string {
  return writeDoubles(expandWritten(JSON.stringify(value)));
}
