import { randomUUID } from 'node:crypto';
import { writeDoubles } from './halo-double.ts';

const mark = `written-${randomUUID()}`;
const texts: string[] = [];
const found = new RegExp(`"${mark}":"${mark}:(\\d+)"`, 'g');

/**
 * Properties that are the same in many answers, written once and copied as text from then on: an
 * object with all of a ticket's properties costs more to build than everything else in a request.
 * For constants only, since nothing ever frees them.
 *
 * Spread the result into an object, and expand the JSON of that object with `expandWritten`.
 */
export function writtenOnce(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const index = texts.push(writeDoubles(JSON.stringify(properties)).slice(1, -1)) - 1;
  return { [mark]: `${mark}:${index}` };
}

/** Puts the properties that were written once in their places. */
export function expandWritten(json: string): string {
  return json.includes(mark)
    ? json.replace(found, (_match, index: string) => texts[Number(index)] ?? '')
    : json;
}
