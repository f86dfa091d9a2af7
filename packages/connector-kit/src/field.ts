import type {
  FieldExample,
  FieldManifest,
  FieldOption,
  OperatorManifest,
  Values,
} from '@sluice/schema';

/** One input a user fills in. `Value` is what `run` receives for it. */
export interface Field<Value = unknown> extends FieldManifest {
  /** Carries the type only; no field ever has this property. */
  readonly value?: Value;
}

export type Fields = Readonly<Record<string, Field>>;

export type ValuesOfFields<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never;
};

/** A line of a name–value input as a step receives it. */
export interface NameValue {
  /** The line's own id: a Switch's exits are named by it. */
  readonly id: string;
  readonly name: string;
  readonly value: unknown;
}

export interface FieldOptions {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** `more` keeps the input behind "Add input" until it is used. */
  readonly group?: 'main' | 'more';
  readonly initial?: string;
  /** "Set to empty" is something else than "left out", as on an update; `run` then gets `null`. */
  readonly canBeEmptied?: boolean;
  /** What may be put in at a press; a text alone stands for itself. */
  readonly examples?: readonly (string | FieldExample)[];
}

type Given<Value, O extends FieldOptions> = O extends { readonly required: true }
  ? Value
  : O extends { readonly canBeEmptied: true }
    ? Value | null | undefined
    : Value | undefined;

export const text = fieldMaker<string>('text', 'text');
export const longText = fieldMaker<string>('long-text', 'text');
/** Text that the other system reads as HTML. Pills within it are escaped, but for `htmlOutput`s. */
export const html = fieldMaker<string>('html', 'text');
/** JSON text. A pill within quotes becomes text of that string; elsewhere, its value as JSON. */
export const json = fieldMaker<string>('json', 'text');
/** An address, or its beginning in a pill; every later pill is percent-encoded. */
export const url = fieldMaker<string>('url', 'text');
/** Source text for an engine of the step's own. It takes no pills: data never becomes code. */
export const code = fieldMaker<string>('code', 'text');
export const number = fieldMaker<number>('number', 'number');
export const toggle = fieldMaker<boolean>('toggle', 'boolean');
export const secret = fieldMaker<string>('secret', 'text');
/** A moment as ISO 8601 text. */
export const dateTime = fieldMaker<string>('date-time', 'text');

/** A closed list to choose from. */
export function select<const O extends FieldOptions & { readonly options: readonly FieldOption[] }>(
  options: O,
): Field<Given<O['options'][number]['value'], O>> {
  return { ...manifest('select', 'text', options), options: options.options };
}

interface LookupOptions extends FieldOptions {
  /** A name in the connector's `lookups`. */
  readonly from: string;
  /** Inputs whose values the look-up needs, such as the client whose sites are wanted. */
  readonly needs?: readonly string[];
}

/** A number chosen from a list that is asked live from the connection; free text and pills are always allowed. */
export function lookup<const O extends LookupOptions>(options: O): Field<Given<number, O>> {
  return lookupOf('number', options);
}

/** As `lookup`, where the chosen value is text. */
export function lookupText<const O extends LookupOptions>(options: O): Field<Given<string, O>> {
  return lookupOf('text', options);
}

interface FlowOptions extends FieldOptions {
  /** `callable`: only those that a step can call. */
  readonly among?: 'all' | 'callable';
}

/** One of the flows of this server, by its id. */
export function flow<const O extends FlowOptions>(options: O): Field<Given<string, O>> {
  return { ...manifest('flow', 'text', options), flows: options.among ?? 'all' };
}

interface EntriesOptions extends FieldOptions {
  readonly columns: NonNullable<FieldManifest['columns']>;
}

/** A repeatable name–value list. */
export function entries<const O extends EntriesOptions>(
  options: O,
): Field<readonly NameValue[] | undefined> {
  return { ...manifest('entries', 'entries', options), columns: options.columns };
}

/** A comparison as a step receives it. */
export interface Compared {
  readonly id: string;
  readonly left: unknown;
  /** One of the operators that the field declares, unless the flow came from elsewhere. */
  readonly operator: string;
  readonly right: unknown;
}

interface ConditionsOptions extends FieldOptions {
  readonly operators: readonly OperatorManifest[];
}

/** Sets of comparisons: those of a set are joined by *and*, the sets by *or*. */
export function conditions<const O extends ConditionsOptions>(
  options: O,
): Field<Given<readonly (readonly Compared[])[], O>> {
  return { ...manifest('conditions', 'conditions', options), operators: options.operators };
}

/** A named value as a step receives it: what it is for each of the ways in. */
export interface ValuePerWay {
  readonly id: string;
  readonly name: string;
  readonly values: readonly {
    readonly source: string;
    readonly exit: string;
    readonly value: unknown;
  }[];
}

interface PerWayOptions extends FieldOptions {
  readonly columns: { readonly name: string; readonly value: string };
}

/** Named values, each given once for every way into the step. */
export function perWay<const O extends PerWayOptions>(
  options: O,
): Field<Given<readonly ValuePerWay[], O>> {
  return { ...manifest('per-way', 'per-way', options), columns: options.columns };
}

/** Any JSON value: what a lone pill brings, or text. */
export const anyValue = fieldMaker<unknown>('long-text', 'any');

/** One value a node hands to the nodes after it: the pill that a user can drag. */
export interface Output<Value = unknown> {
  readonly label: string;
  /** Shown in the mapping list and the preview until a real value is known. */
  readonly sample: Value;
  readonly help?: string;
  readonly html?: boolean;
}

export type Outputs = Readonly<Record<string, Output>>;

/** What a node returns. An output without a value is left out or null. */
export type ValuesOfOutputs<O extends Outputs> = string extends keyof O
  ? Values
  : { readonly [K in keyof O]?: (O[K] extends Output<infer V> ? V : never) | null | undefined };

/** Declares an output. Its type is the type of the sample. */
export function output(label: string, sample: string, help?: string): Output<string>;
export function output(label: string, sample: number, help?: string): Output<number>;
export function output(label: string, sample: boolean, help?: string): Output<boolean>;
export function output(label: string, sample: unknown, help?: string): Output;
export function output(label: string, sample: unknown, help?: string): Output {
  return { label, sample, ...(help !== undefined && { help }) };
}

/** Declares an output that is HTML of its own, so that an HTML input does not escape it. */
export function htmlOutput(label: string, sample: string, help?: string): Output<string> {
  return { ...output(label, sample, help), html: true };
}

function fieldMaker<Value>(control: FieldManifest['control'], type: FieldManifest['type']) {
  return <const O extends FieldOptions>(options: O): Field<Given<Value, O>> =>
    manifest(control, type, options);
}

function lookupOf<Value>(type: 'number' | 'text', options: LookupOptions): Field<Value> {
  return {
    ...manifest('lookup', type, options),
    lookup: { name: options.from, needs: options.needs ?? [] },
  };
}

function manifest(
  control: FieldManifest['control'],
  type: FieldManifest['type'],
  options: FieldOptions,
): FieldManifest {
  return {
    control,
    type,
    label: options.label,
    required: options.required ?? false,
    group: options.group ?? 'main',
    ...(options.help !== undefined && { help: options.help }),
    ...(options.placeholder !== undefined && { placeholder: options.placeholder }),
    ...(options.initial !== undefined && { initial: options.initial }),
    ...(options.canBeEmptied && { canBeEmptied: true }),
    ...(options.examples && {
      examples: options.examples.map((each) => (typeof each === 'string' ? { text: each } : each)),
    }),
  };
}
