import { asText } from '@sluice/schema';
import { say } from '../../words/say.ts';

/** A value on one line of a list, cut; a dash when there is none. */
export function valueText(value: unknown, most = 80): string {
  const text =
    Array.isArray(value) && value.every(isPlain) ? value.map(asText).join(', ') : asText(value);
  const line = text
    .slice(0, most * 2)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return '—';
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The way to a deeper value, as a person reads it. List positions count from one. */
export function pathLabel(path: readonly (string | number)[]): string {
  return path
    .map((key) =>
      typeof key === 'number'
        ? say('designer.settings.trigger.payload.item', { number: key + 1 })
        : key,
    )
    .join(' › ');
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
