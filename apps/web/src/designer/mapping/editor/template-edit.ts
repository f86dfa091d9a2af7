import type { Pill, Template } from '@sluice/schema';

/**
 * Places in a template, counted in units: a UTF-16 character of text is one unit, and so is a
 * whole pill. Offset 0 is before the first unit. Everything the editor does is said in these.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Replaces a span with other parts and merges the texts that now touch. */
export function splice(template: Template, { from, to }: Span, insert: Template): Template {
  return normalise([
    ...slice(template, { from: 0, to: from }),
    ...insert,
    ...slice(template, { from: to, to: lengthOf(template) }),
  ]);
}

/** The parts within a span; a text that is only partly within is cut. */
export function slice(template: Template, { from, to }: Span): Template {
  const parts: Template[number][] = [];
  let start = 0;
  for (const part of template) {
    const end = start + unitsOf(part);
    if ('pill' in part) {
      if (start >= from && end <= to) parts.push(part);
    } else {
      const text = part.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      if (text !== '') parts.push({ text });
    }
    start = end;
  }
  return parts;
}

/** How many units a template has. */
export function lengthOf(template: Template): number {
  return template.reduce((sum, part) => sum + unitsOf(part), 0);
}

/** Merges neighbouring texts and drops empty ones, so that equal contents are equal lists. */
export function normalise(template: Template): Template {
  const parts: Template[number][] = [];
  for (const part of template) {
    const last = parts.at(-1);
    if ('pill' in part) parts.push(part);
    else if (last && 'text' in last) parts[parts.length - 1] = { text: last.text + part.text };
    else if (part.text !== '') parts.push(part);
  }
  return parts;
}

/** Moves a span to another place of the same template; a place within the span changes nothing. */
export function moveSpan(template: Template, span: Span, to: number): Template {
  if (to >= span.from && to <= span.to) return template;
  const moved = slice(template, span);
  const rest = splice(template, span, []);
  const place = to > span.to ? to - (span.to - span.from) : to;
  return splice(rest, { from: place, to: place }, moved);
}

/** The pill that is the unit after an offset, if that unit is one. */
export function pillAt(template: Template, offset: number): Pill | undefined {
  const [part] = slice(template, { from: offset, to: offset + 1 });
  return part && 'pill' in part ? part.pill : undefined;
}

/** Where each pill is, in order. */
export function pillOffsets(template: Template): readonly number[] {
  let offset = 0;
  return template.flatMap((part) => {
    const at = offset;
    offset += unitsOf(part);
    return 'pill' in part ? [at] : [];
  });
}

/** The text that ends at an offset, back to the nearest pill or the start. */
export function textBefore(template: Template, offset: number): string {
  const last = slice(template, { from: 0, to: offset }).at(-1);
  return last && 'text' in last ? last.text : '';
}

/** The text that begins at an offset, up to the nearest pill or the end. */
export function textAfter(template: Template, offset: number): string {
  const [first] = slice(template, { from: offset, to: lengthOf(template) });
  return first && 'text' in first ? first.text : '';
}

function unitsOf(part: Template[number]): number {
  return 'pill' in part ? 1 : part.text.length;
}
