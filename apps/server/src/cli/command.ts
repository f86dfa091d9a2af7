import type { ParseArgsConfig } from 'node:util';

/** One of the things that the program does: `sluice NAME …`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name, such as `FILE…`. */
  readonly usage: string;
  /** Each option with a sentence; `--help` and `--json` are everywhere. */
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Does it, and returns the exit code. */
  run(call: CommandCall): Promise<ExitCode>;
}

export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  /** What its value stands for in the help, such as `URL`. */
  readonly value?: string;
  readonly multiple?: boolean;
}

/** How a command was called, and where it reads and writes. */
export interface CommandCall {
  readonly given: readonly string[];
  /** The value of an option that takes one. */
  text(option: string): string | undefined;
  /** The values of an option that may be given several times. */
  texts(option: string): readonly string[];
  /** Whether an option without a value was given. */
  has(option: string): boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes lines for a person. */
  say(...lines: readonly string[]): void;
  /** Writes a line for a person that must not mix with what the command is for. */
  warn(line: string): void;
  /** Writes what the command is for, unchanged: a file, or JSON. */
  write(text: string): void;
}

/** 0: done and in order. 1: a file or flow is not. 2: the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;

/** Why a command could not be carried out, in one sentence or two that say what to do. */
export class CommandError extends Error {
  override name = 'CommandError';
  /** Shown besides the sentence: the command was written wrongly. */
  readonly isUsage: boolean;

  constructor(message: string, { isUsage = false } = {}) {
    super(message);
    this.isUsage = isUsage;
  }
}

/** How options are declared to the parser of Node. */
export function parserOptions({ options }: Command): NonNullable<ParseArgsConfig['options']> {
  const own = Object.entries(options).map(
    ([name, { type, multiple = false }]) => [name, { type, multiple }] as const,
  );
  return {
    ...Object.fromEntries(own),
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
}
