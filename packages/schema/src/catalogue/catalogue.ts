/**
 * What is on offer, as plain JSON: the data half of every connector's declaration. The palette,
 * the settings dialog, the mapping list and the validation read this and nothing else.
 */
export interface Catalogue {
  readonly connectors: readonly ConnectorManifest[];
}

export interface ConnectorManifest {
  /** The connector's folder, and the first part of the type of all it declares. */
  readonly id: string;
  readonly label: string;
  /** Which palette tab its steps stand under. */
  readonly section: 'apps' | 'tools';
  /** An SVG document of the connector's own. */
  readonly icon: string;
  readonly connection?: ConnectionManifest;
  readonly triggers: readonly TriggerManifest[];
  readonly steps: readonly StepManifest[];
}

export interface ConnectionManifest {
  readonly label: string;
  readonly help?: string;
  readonly fields: Readonly<Record<string, FieldManifest>>;
}

interface NodeManifest {
  readonly type: string;
  readonly label: string;
  /** One line for the palette. */
  readonly summary: string;
  /** Longer help, plain paragraphs. */
  readonly help?: string;
  /** An SVG document of its own, where its connector's would not tell it apart. */
  readonly icon?: string;
  readonly outputs: Readonly<Record<string, OutputManifest>>;
  /** One more output per line of this input, its name the line's id, its label what the line is called. */
  readonly outputPerEntryOf?: string;
  /** Whether a connection must be chosen, may be, or has no place here. */
  readonly connection: 'required' | 'optional' | 'none';
}

export interface StepManifest extends NodeManifest {
  readonly inputs: Readonly<Record<string, FieldManifest>>;
  readonly exits: ExitsManifest;
  /** Which output tells apart two runs of this step on the canvas, such as the ticket's number. */
  readonly highlight?: string;
  /** Whether it changes anything outside of its run; absent from a server that does not say. */
  readonly changes?: Changes;
}

/** Whether a step changes anything outside of its run: always, never, or unless an input has one of these values. */
export type Changes =
  | boolean
  | { readonly unless: { readonly input: string; readonly isOneOf: readonly string[] } };

export interface TriggerManifest extends NodeManifest {
  readonly source: TriggerSource;
  /** What it asks its builder for. */
  readonly inputs: Readonly<Record<string, FieldManifest>>;
  /** Whether its sender may be kept waiting for the run's answer. */
  readonly canAnswer: boolean;
  /** Payloads to test with before a real one has arrived. */
  readonly samples: readonly PayloadSample[];
  /** Outputs that identify an event, so that a second delivery is known as a duplicate. */
  readonly deduplicateBy: readonly string[];
  /** Outputs worth correlating by, best first. */
  readonly correlateBy: readonly string[];
  /** What to do in the other product, with the exact values to paste. */
  readonly instructions: readonly Instruction[];
  /** Whether its set-up in the other product can be made, and removed, by a button. */
  readonly setup?: { readonly label: string; readonly help: string };
}

/**
 * Where a trigger's runs come from. `http`: its URL; `manual`: somebody presses a button;
 * `schedule`: the clock; `call`: a step of another flow; `failure`: a run that failed.
 */
export type TriggerSource = 'http' | 'manual' | 'schedule' | 'call' | 'failure';

/** One thing to do in the other product. `value` may hold `{url}`, which stands for the trigger's URL. */
export interface Instruction {
  readonly title: string;
  readonly text?: string;
  readonly values?: readonly { readonly label: string; readonly value: string }[];
}

export interface PayloadSample {
  readonly label: string;
  readonly body: unknown;
}

export type FieldControl =
  | 'text'
  | 'long-text'
  | 'html'
  /** JSON text. A pill within quotes becomes text of that string; elsewhere, its value as JSON. */
  | 'json'
  /** An address. A pill after its beginning is percent-encoded. */
  | 'url'
  /** Source text that is run. It takes no pills: data never becomes code. */
  | 'code'
  | 'number'
  | 'toggle'
  | 'secret'
  | 'date-time'
  | 'select'
  | 'lookup'
  /** One of the flows of this server. */
  | 'flow'
  | 'entries'
  | 'conditions'
  /** Named values, each given once for every way into the step. */
  | 'per-way';

/** One input a user fills in. */
export interface FieldManifest {
  readonly control: FieldControl;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly required: boolean;
  /** What `run` receives. A template's text is turned into this before the step starts. */
  readonly type: 'text' | 'number' | 'boolean' | 'entries' | 'conditions' | 'per-way' | 'any';
  /** `main` inputs are always on the form; `more` ones come behind "Add input". */
  readonly group: 'main' | 'more';
  /** For `select`. */
  readonly options?: readonly FieldOption[];
  /** For `lookup`: which list of the connection to ask, and the inputs it needs. */
  readonly lookup?: { readonly name: string; readonly needs: readonly string[] };
  /**
   * For `entries`: what the two columns are called, and where names can be looked up: in a list of
   * the connection, or among what the flow chosen in another input takes.
   */
  readonly columns?: {
    readonly name: string;
    readonly value: string;
    readonly lookup?: string;
    readonly takenByFlow?: string;
  };
  /** For `flow`: all, or those that a step can call. */
  readonly flows?: 'all' | 'callable';
  /** For `conditions`: what can be asked, the most usual first. */
  readonly operators?: readonly OperatorManifest[];
  /** What a new node starts with, shown in the form. */
  readonly initial?: string;
  /** Whether "set to empty" differs from "left out" here, as on an update. */
  readonly canBeEmptied?: boolean;
  /** What may be put in at a press, to begin from. */
  readonly examples?: readonly FieldExample[];
}

/** A worked example of what an input may hold, of the shape that the input's control takes. */
export interface FieldExample {
  /** What it does, where its text does not say so. */
  readonly label?: string;
  /** For inputs of text. */
  readonly text?: string;
  /** For `entries`. */
  readonly lines?: readonly { readonly name: string; readonly value: string }[];
  /** For `conditions`: one comparison. */
  readonly comparison?: {
    readonly left: string;
    readonly operator: string;
    readonly right: string;
  };
}

/** One thing that can be asked about two values, such as "contains". */
export interface OperatorManifest {
  readonly value: string;
  readonly label: string;
  /** What kind of values it is for. */
  readonly hint?: string;
  /** It asks about the left value alone. */
  readonly takesNothing?: boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One value a node hands to the nodes after it: the pill that a user can drag. */
export interface OutputManifest {
  readonly label: string;
  readonly sample: unknown;
  readonly help?: string;
  /** The value is HTML of its own: an HTML input takes it as it is, where other text is escaped. */
  readonly html?: boolean;
}

/** A node's ways out. `perEntryOf`: one exit per line of that input, its id the line's. */
export interface ExitsManifest {
  readonly fixed: readonly Exit[];
  readonly perEntryOf?: string;
}

export interface Exit {
  readonly id: string;
  readonly label: string;
}

/** The one way out of most steps. */
export const nextExit: Exit = { id: 'next', label: 'Next' };
/** Every step's way out when it fails. */
export const errorExit: Exit = { id: 'error', label: 'Error' };
