import type { Compared } from '@sluice/connector-kit';
import { asText, readMoment } from '@sluice/schema';
import { type Operator, operators } from './operators.ts';

/** Whether a comparison holds; when it could not be made, why not. */
export interface Verdict {
  readonly holds: boolean;
  readonly why?: string;
}

/**
 * Makes one comparison. Text is compared without regard to capitals and to spaces around it. A
 * comparison that cannot be made, such as of a word with a number, does not hold, whichever way it
 * asks: it is never taken for its opposite. Undefined for an operator that is not known.
 */
export function compare({ left, operator, right }: Compared): Verdict | undefined {
  if (!isOperator(operator)) return undefined;
  try {
    return { holds: judges[operator](left, right) };
  } catch (error) {
    if (!(error instanceof Incomparable)) throw error;
    return { holds: false, why: error.message };
  }
}

type Judge = (left: unknown, right: unknown) => boolean;

const judges: Readonly<Record<Operator, Judge>> = {
  equals: (left, right) => plain(left) === plain(right),
  'not-equals': (left, right) => plain(left) !== plain(right),
  contains: (left, right) => holdsText(left, right, (whole, part) => whole.includes(part)),
  'not-contains': (left, right) => !holdsText(left, right, (whole, part) => whole.includes(part)),
  'starts-with': (left, right) => holdsText(left, right, (whole, part) => whole.startsWith(part)),
  'ends-with': (left, right) => holdsText(left, right, (whole, part) => whole.endsWith(part)),
  blank: (left) => isBlank(left),
  'not-blank': (left) => !isBlank(left),
  true: (left) => truth(left),
  false: (left) => !truth(left),
  'number-equals': (left, right) => number(left) === number(right),
  'number-not-equals': (left, right) => number(left) !== number(right),
  'more-than': (left, right) => number(left) > number(right),
  'at-least': (left, right) => number(left) >= number(right),
  'less-than': (left, right) => number(left) < number(right),
  'at-most': (left, right) => number(left) <= number(right),
  before: (left, right) => moment(left) < moment(right),
  after: (left, right) => moment(left) > moment(right),
  'list-contains': (left, right) => list(left).some((item) => plain(item) === plain(right)),
  'list-not-contains': (left, right) => !list(left).some((item) => plain(item) === plain(right)),
  'length-equals': (left, right) => list(left).length === number(right),
  'longer-than': (left, right) => list(left).length > number(right),
  'shorter-than': (left, right) => list(left).length < number(right),
};

/** A comparison that cannot be made. */
class Incomparable extends Error {}

function isOperator(name: string): name is Operator {
  return operators.some(({ value }) => value === name);
}

function plain(value: unknown): string {
  return asText(value).trim().toLowerCase();
}

/** Nothing is part of every text, and yet nobody who asks for nothing means yes. */
function holdsText(
  whole: unknown,
  part: unknown,
  within: (whole: string, part: string) => boolean,
): boolean {
  const wanted = plain(part);
  return wanted !== '' && within(plain(whole), wanted);
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value !== null && typeof value === 'object') return Object.keys(value).length === 0;
  return plain(value) === '';
}

function truth(value: unknown): boolean {
  const word = plain(value);
  if (['true', 'yes', '1', 'on'].includes(word)) return true;
  if (['false', 'no', '0', 'off'].includes(word)) return false;
  throw new Incomparable(`${quoted(value)} is neither true nor false`);
}

function number(value: unknown): number {
  const text = asText(value).trim();
  const read = text === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(read)) throw new Incomparable(`${quoted(value)} is not a number`);
  return read;
}

function moment(value: unknown): number {
  const read = readMoment(value);
  if (!read) throw new Incomparable(`${quoted(value)} is not a date such as 2026-09-25T06:40Z`);
  return read.getTime();
}

/** A value that is missing is a list without items. */
function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isBlank(value)) return [];
  throw new Incomparable(`${quoted(value)} is not a list`);
}

/** A value on one short line, for the log. */
export function quoted(value: unknown): string {
  const text = asText(value).replace(/\s+/g, ' ');
  return text === '' ? 'nothing' : `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}
