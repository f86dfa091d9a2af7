import { writeJson } from '../http/write-json.ts';
import type { Envelope } from './envelope.ts';

/**
 * Fills the template of a custom payload: `<<ticket^summary>>` is a field of the ticket, escaped as
 * the inside of a JSON string; `<<ticket>>` the whole ticket; `<<event>>` a key of the envelope.
 */
export function customPayload(template: string, envelope: Envelope): string {
  return template.replaceAll(/<<(\w+)(?:\^(\w+))?>>/g, (_match, name: string, field?: string) => {
    const value = envelope[name];
    if (field === undefined) return typeof value === 'object' ? writeJson(value) : inString(value);
    return inString((value as Readonly<Record<string, unknown>> | undefined)?.[field]);
  });
}

function inString(value: unknown): string {
  if (value === undefined) return '';
  const json = writeJson(value);
  return json.startsWith('"') ? json.slice(1, -1) : json;
}
