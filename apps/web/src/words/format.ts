import { locale } from './language.ts';
import { say } from './say.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A point in time as the language writes it, by the 24-hour clock, such as `10 Jan 2026, 12:03`. ISO 8601 in. */
export function timeText(
  iso: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string {
  return new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options }).format(new Date(iso));
}

/** The time of day alone: `14:05:09`, or without the seconds. */
export function clockText(iso: string, precision: 'second' | 'minute' = 'second'): string {
  return timeText(iso, {
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'second' && { second: '2-digit' }),
  });
}

/** A number with the language's own separators. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** What a length of time can be counted in. */
export type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

/** A number of units in words: `2 minutes`. */
export function unitText(count: number, unit: TimeUnit): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** A label as it is written in the middle of a sentence: most languages write nouns small. */
export function inSentence(label: string): string {
  return say('ui.nouns') === 'small' ? label.toLocaleLowerCase(locale) : label;
}

/** Several things in one sentence: `a, b and c`. */
export function listText(items: readonly string[], type: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat(locale, {
    type: type === 'and' ? 'conjunction' : 'disjunction',
  }).format(items);
}

/** How long ago a time was, such as `3 min. ago`; a date once it is a week away. */
export function relativeTime(iso: string, now: number): string {
  const distance = Date.parse(iso) - now;
  const away = Math.abs(distance);
  if (Number.isNaN(distance)) return '';
  if (away < 10_000) return say('ui.just-now');
  if (away >= 7 * DAY) return timeText(iso, { dateStyle: 'medium' });
  return distanceText(distance);
}

/** When something is to come, such as `in 5 min. (12:05:00)`; a date too once it is a day away. */
export function timeToCome(iso: string, now: number): string {
  const distance = Date.parse(iso) - now;
  if (Number.isNaN(distance)) return '';
  if (distance < 1000) return say('ui.any-moment');
  const precision = distance < HOUR ? 'second' : 'minute';
  const time = distance < DAY ? clockText(iso, precision) : timeText(iso);
  return say('ui.to-come', { distance: distanceText(distance), time });
}

/** A length of time in milliseconds, such as `412 ms`, `1.2 s` or `3 min 4 s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return say('ui.duration.milliseconds', { ms: Math.max(0, Math.round(ms)) });
  if (ms < 60_000) return say('ui.duration.seconds', { seconds: ms / 1000 });
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) {
    return say('ui.duration.minutes', {
      minutes: Math.floor(seconds / 60),
      seconds: seconds % 60,
    });
  }
  return say('ui.duration.hours', {
    hours: Math.floor(seconds / 3600),
    minutes: Math.round((seconds % 3600) / 60),
  });
}

/** Milliseconds in words, those past negative. */
function distanceText(distance: number): string {
  const [unit, length] = unitFor(Math.abs(distance));
  return new Intl.RelativeTimeFormat(locale, { style: 'short' }).format(
    Math.round(distance / length),
    unit,
  );
}

/** The unit in which a distance is rounded to less than one of the next. */
function unitFor(away: number): readonly [Intl.RelativeTimeFormatUnit, number] {
  if (away < MINUTE - SECOND / 2) return ['second', SECOND];
  if (away < HOUR - MINUTE / 2) return ['minute', MINUTE];
  return away < DAY - HOUR / 2 ? ['hour', HOUR] : ['day', DAY];
}
