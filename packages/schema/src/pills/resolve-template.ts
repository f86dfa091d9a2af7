import { asText } from '../values/as-text.ts';
import { formatValue } from './pill-format.ts';
import type { Pill, Template } from './template.ts';
import type { Values } from '../values/values.ts';

/** Finds the outputs that a node (or the constants) offers, if it has any. */
export type Lookup = (nodeId: string) => Values | undefined;

/**
 * Replaces every pill of a template with the value it stands for.
 *
 * A template that is one pill keeps the value's own type, so a number stays a number. Anything
 * longer is text, in which a missing value leaves nothing behind. A value is never read as a
 * template again. The engine and the designer's preview both call this, so they cannot disagree.
 */
export function resolveTemplate(template: Template, lookup: Lookup): unknown {
  const values = template.map((part) => ('text' in part ? part.text : valueOf(part.pill, lookup)));
  if (values.length === 1) return values[0];
  return values.map(asText).join('');
}

/** The value a pill stands for, formatted; undefined when there is none. */
export function valueOf(pill: Pill, lookup: Lookup): unknown {
  const outputs = lookup(pill.nodeId);
  const whole = outputs && Object.hasOwn(outputs, pill.output) ? outputs[pill.output] : undefined;
  const value = (pill.path ?? []).reduce(within, whole);
  return pill.format ? formatValue(value, pill.format) : value;
}

/** Reads one key or list position of its own, never an inherited one. */
export function within(value: unknown, key: string | number): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}
