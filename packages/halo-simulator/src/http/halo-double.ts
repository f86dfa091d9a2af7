import { randomUUID } from 'node:crypto';

/** Marks doubles on their way through `JSON.stringify`; random, so that no ticket can contain it. */
const doubleMark = `double-${randomUUID()}:`;
const marked = new RegExp(`"${doubleMark}([^"]+)"`, 'g');

/** A number that Halo writes with its point even when it is whole: `18.0`, `-0.0`. */
export class HaloDouble {
  readonly #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  toJSON(): string {
    if (Object.is(this.#value, -0)) return `${doubleMark}-0.0`;
    const text = Number.isInteger(this.#value) ? this.#value.toFixed(1) : String(this.#value);
    return doubleMark + text;
  }
}

/** Takes the marks off the doubles of a JSON text. */
export function writeDoubles(json: string): string {
  return json.includes(doubleMark) ? json.replace(marked, '$1') : json;
}
