import { asText } from '../values/as-text.ts';

/**
 * How a pill's value is written. The list is closed: a format is a name and plain arguments, and
 * nothing a user types is ever evaluated.
 */
export type PillFormat =
  | { readonly name: 'upper' }
  | { readonly name: 'lower' }
  | { readonly name: 'trim' }
  | { readonly name: 'json' }
  | { readonly name: 'number' }
  | { readonly name: 'escape-html' }
  | { readonly name: 'default'; readonly value: string }
  | { readonly name: 'truncate'; readonly length: number }
  | { readonly name: 'date'; readonly style: DateStyle }
  | { readonly name: 'pick'; readonly position: number }
  | { readonly name: 'join'; readonly separator: string };

export const dateStyles = ['iso', 'date', 'time', 'date-time', 'unix'] as const;
/** `iso` 2026-09-25T06:40:51Z · `date` 2026-09-25 · `time` 06:40 · `date-time` 2026-09-25 06:40 · `unix` seconds. All UTC. */
export type DateStyle = (typeof dateStyles)[number];

/** Applies a pill's formats in order. A value that a format cannot read passes through unchanged. */
export function formatValue(value: unknown, formats: readonly PillFormat[]): unknown {
  return formats.reduce<unknown>(applyFormat, value);
}

function applyFormat(value: unknown, format: PillFormat): unknown {
  switch (format.name) {
    case 'upper':
      return asText(value).toUpperCase();
    case 'lower':
      return asText(value).toLowerCase();
    case 'trim':
      return asText(value).trim();
    case 'json':
      return JSON.stringify(value ?? null);
    case 'number':
      return readNumber(value);
    case 'escape-html':
      return escapeHtml(asText(value));
    case 'default':
      return asText(value) === '' ? format.value : value;
    case 'truncate':
      return truncate(asText(value), format.length);
    case 'date':
      return formatDate(value, format.style);
    case 'pick':
      return Array.isArray(value) ? value.at(format.position) : value;
    case 'join':
      return Array.isArray(value) ? value.map(asText).join(format.separator) : value;
  }
}

function readNumber(value: unknown): unknown {
  const text = asText(value).trim();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : value;
}

/** Cuts by characters as a person counts them, so that an emoji is never split. */
function truncate(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length
    ? text
    : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const isoMoment =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment in ISO 8601, in UTC when it names no zone: the server and a browser elsewhere must read
 * the same. Anything else is no moment, although JavaScript would make one of "Ticket 12".
 */
function inUtc(text: string): string {
  const match = isoMoment.exec(text.trim());
  if (!match) return '';
  const moment = text.trim().replace(' ', 'T');
  return match[1] === undefined && moment.includes('T') ? `${moment}Z` : moment;
}

/** The moment that a value names: text in ISO 8601, or a number of seconds since 1970. */
export function readMoment(value: unknown): Date | undefined {
  const date = new Date(typeof value === 'number' ? value * 1000 : inUtc(asText(value)));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function formatDate(value: unknown, style: DateStyle): unknown {
  const date = readMoment(value);
  if (!date) return value;
  const iso = date.toISOString();
  switch (style) {
    case 'iso':
      return iso.replace(/\.\d+Z$/, 'Z');
    case 'date':
      return iso.slice(0, 10);
    case 'time':
      return iso.slice(11, 16);
    case 'date-time':
      return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
    case 'unix':
      return Math.floor(date.getTime() / 1000);
  }
}
