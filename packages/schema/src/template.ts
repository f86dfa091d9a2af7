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

/** What a step holds for one of its inputs. */
export type InputValue = Template | Entries;

/** The node id that pills of constants carry. */
export const CONSTANTS = 'constants';

/** Whether an input is a name–value list. */
export function isEntries(value: InputValue): value is Entries {
  return !Array.isArray(value);
}

/** Every template within an input: itself, or the names and values of its lines. */
export function templatesOf(value: InputValue): readonly Template[] {
  return isEntries(value) ? value.entries.flatMap((entry) => [entry.name, entry.value]) : [value];
}

/** Every pill within an input, in order. */
export function pillsOf(value: InputValue): readonly Pill[] {
  return templatesOf(value).flatMap((template) =>
    template.flatMap((part) => ('pill' in part ? [part.pill] : [])),
  );
}
