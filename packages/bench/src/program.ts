import { parseArgs } from 'node:util';
import type { Figure } from './report/figures.ts';

/** One thing that can be measured from the command line. */
export interface Program {
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  run(options: Options): Promise<readonly Figure[]>;
}

interface Option {
  readonly initial: string;
  readonly help: string;
}

/** What was asked for: each option as text, or as a number. */
export interface Options {
  text(name: string): string;
  number(name: string): number;
}

/** Reads the arguments of a program. Throws a sentence about one that it does not know. */
export function readOptions({ options }: Program, args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { initial }]) => [
        name,
        { type: 'string' as const, default: initial },
      ]),
    ),
  });
  const text = (name: string): string => String(values[name]);
  return {
    text,
    number: (name) => {
      const value = Number(text(name));
      if (!(value >= 0)) throw new Error(`--${name} takes a number that is not negative.`);
      return value;
    },
  };
}

/** What `--help` shows. */
export function explain({ name, summary, options }: Program): string {
  const lines = Object.entries(options).map(([option, { initial, help }]) => {
    const otherwise = initial === '' ? '' : ` (${initial})`;
    return `  --${option.padEnd(14)}${help}${otherwise}`;
  });
  return `pnpm bench ${name}\n${summary}\n\n${lines.join('\n')}\n`;
}
