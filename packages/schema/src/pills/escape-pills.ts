import { asText } from '../values/as-text.ts';
import type { FieldControl } from '../catalogue/catalogue.ts';
import { formatValue } from './pill-format.ts';
import { type Lookup, valueOf } from './resolve-template.ts';
import type { Pill, Template } from './template.ts';

/** Where pills find their values. */
export interface Sources {
  readonly lookup: Lookup;
  /** Whether an output is HTML of its own, which an HTML input takes as it is. */
  readonly isHtml: (nodeId: string, output: string) => boolean;
}

/**
 * Writes the pills of an input as the language of that input asks for, so that a value stays a
 * value there: it cannot bring markup into HTML, an end of a string into JSON, a further part into
 * an address, or anything at all into code. Inputs in no such language are left as they are.
 */
export function escapePills(template: Template, control: FieldControl, sources: Sources): Template {
  switch (control) {
    case 'html':
      return inHtml(template, sources);
    case 'json':
      return inJson(template, sources);
    case 'url':
      return inUrl(template, sources);
    case 'code':
      return template.filter((part) => 'text' in part);
    default:
      return template;
  }
}

function inHtml(template: Template, { lookup, isHtml }: Sources): Template {
  return template.map((part) => {
    if ('text' in part || isHtml(part.pill.nodeId, part.pill.output)) return part;
    const escaped = formatValue(valueOf(part.pill, lookup), [{ name: 'escape-html' }]);
    return { text: String(escaped) };
  });
}

function inJson(template: Template, { lookup }: Sources): Template {
  let place: JsonPlace = 'outside';
  return template.map((part) => {
    if ('text' in part) {
      place = placeAfter(part.text, place);
      return part;
    }
    const value = valueOf(part.pill, lookup);
    if (place === 'outside') return { text: isJson(part.pill) ? asText(value) : toJson(value) };
    // A backslash that was typed right before the pill must not take the value's first letter along.
    const finished = place === 'after-backslash' ? '\\' : '';
    place = 'in-string';
    return { text: finished + JSON.stringify(asText(value)).slice(1, -1) };
  });
}

type JsonPlace = 'outside' | 'in-string' | 'after-backslash';

function placeAfter(text: string, from: JsonPlace): JsonPlace {
  let place = from;
  for (const character of text) {
    if (place === 'after-backslash') place = 'in-string';
    else if (character === '"') place = place === 'outside' ? 'in-string' : 'outside';
    else if (character === '\\' && place === 'in-string') place = 'after-backslash';
  }
  return place;
}

/** A pill that was formatted as JSON last is what belongs there already. */
function isJson({ format = [] }: Pill): boolean {
  return format.at(-1)?.name === 'json';
}

function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** A pill that begins the address brings it, or the beginning of it; every other one is a part. */
function inUrl(template: Template, { lookup }: Sources): Template {
  return template.map((part, index) => {
    if ('text' in part || index === 0) return part;
    const text = asText(valueOf(part.pill, lookup));
    return { text: encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')) };
  });
}
