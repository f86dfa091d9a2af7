import type { PillFormat } from './pill-format.ts';

/**
 * What a user put in one input: typed text and pills, in order.
 *
 * A template is a list and never a string with markers in it, so a pill survives renaming, text
 * can hold any character, and there is nothing to parse. An input that is absent from a step was
 * left out; an empty template says "set to empty".
 */
export type Template = readonly TemplatePart[];
export type TemplatePart = { readonly text: string } | { readonly pill: Pill };

/** One output of one earlier node, or a constant, and how to write it. */
export interface Pill {
  /** The node the value comes from, or `constants` for a constant. */
  readonly nodeId: string;
  readonly output: string;
  /** Keys and list positions that lead to a deeper value of a structured output. */
  readonly path?: readonly (string | number)[];
  /** Applied in order. A pill without a format keeps its value's type when it stands alone. */
  readonly format?: readonly PillFormat[];
}

/** One line of a repeatable name–value input, such as custom fields or headers. */
export interface Entry {
  /** Stays the same while the line is edited; a Switch's exits are named by it. */
  readonly id: string;
  readonly name: Template;
  readonly value: Template;
}

export interface Entries {
  readonly entries: readonly Entry[];
}

/** Two templates and what is asked about them, such as whether they are equal. */
export interface Comparison {
  /** Stays the same while the line is edited. */
  readonly id: string;
  readonly left: Template;
  /** One of the field's `operators`. */
  readonly operator: string;
  /** Not looked at by an operator that takes nothing. */
  readonly right: Template;
}

/** Comparisons that hold together: each of them must. */
export interface ComparisonSet {
  readonly id: string;
  readonly comparisons: readonly Comparison[];
}

/** Sets of comparisons, of which one must hold. */
export interface Conditions {
  readonly sets: readonly ComparisonSet[];
}

/** One named value, written once for each way into the step. */
export interface PerWayLine {
  /** Stays the same while the line is edited. */
  readonly id: string;
  readonly name: Template;
  /** Those of ways that are not drawn just now are kept, for the case that they are drawn again. */
  readonly values: readonly WayValue[];
}

/** What a value is when the run came by one way: the node before, and its exit. */
export interface WayValue {
  readonly source: string;
  readonly exit: string;
  readonly value: Template;
}

export interface PerWay {
  readonly perWay: readonly PerWayLine[];
}

/** What a node holds for one of its inputs. */
export type InputValue = Template | Entries | Conditions | PerWay;

/** The node id that pills of constants carry. */
export const CONSTANTS = 'constants';

/** Whether an input is text and pills, and no list of anything. */
export function isTemplate(value: InputValue): value is Template {
  return Array.isArray(value);
}

/** Whether an input is a name–value list. */
export function isEntries(value: InputValue): value is Entries {
  return !isTemplate(value) && 'entries' in value;
}

/** Whether an input is sets of comparisons. */
export function isConditions(value: InputValue): value is Conditions {
  return !isTemplate(value) && 'sets' in value;
}

/** Whether an input is values that are given per way in. */
export function isPerWay(value: InputValue): value is PerWay {
  return !isTemplate(value) && 'perWay' in value;
}

/** Returns an input with every template within it replaced: itself, or the ones of its lines. */
export function mapTemplates(
  value: InputValue,
  replace: (template: Template) => Template,
): InputValue {
  if (isTemplate(value)) return replace(value);
  if (isEntries(value)) {
    const entries = value.entries.map((entry) => ({
      ...entry,
      name: replace(entry.name),
      value: replace(entry.value),
    }));
    return { entries };
  }
  if (isPerWay(value)) {
    const perWay = value.perWay.map((line) => ({
      ...line,
      name: replace(line.name),
      values: line.values.map((each) => ({ ...each, value: replace(each.value) })),
    }));
    return { perWay };
  }
  const sets = value.sets.map((set) => ({
    ...set,
    comparisons: set.comparisons.map((each) => ({
      ...each,
      left: replace(each.left),
      right: replace(each.right),
    })),
  }));
  return { sets };
}

/** Every template within an input: itself, or the ones of its lines, in order. */
function templatesOf(value: InputValue): readonly Template[] {
  if (isTemplate(value)) return [value];
  if (isEntries(value)) return value.entries.flatMap((entry) => [entry.name, entry.value]);
  if (isPerWay(value)) {
    return value.perWay.flatMap(({ name, values }) => [name, ...values.map((each) => each.value)]);
  }
  return value.sets.flatMap((set) => set.comparisons.flatMap(({ left, right }) => [left, right]));
}

/** Every pill within an input, in order. */
export function pillsOf(value: InputValue): readonly Pill[] {
  return templatesOf(value).flatMap((template) =>
    template.flatMap((part) => ('pill' in part ? [part.pill] : [])),
  );
}
