#!/usr/bin/env node
import {
  type Command,
  type CommandCall,
  CommandError,
  type ExitCode,
  parserOptions,
} from './command.ts';
import { parseArgs } from 'node:util';
import { exportCommand } from './export.ts';
import { helpOf, overview } from './help.ts';
import { importCommand } from './import.ts';
import { validateCommand } from './validate.ts';

const commands: readonly Command[] = [validateCommand, exportCommand, importCommand];

/** Finds the command, carries it out, and ends with its exit code. */
async function main([name, ...rest]: readonly string[]): Promise<ExitCode> {
  if (name === undefined) {
    process.stderr.write(overview(commands));
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(overview(commands));
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const known = commands.map((each) => each.name).join(', ');
    process.stderr.write(printable(`There is no command “${name}”. There are: ${known}.\n`));
    return 2;
  }
  try {
    const call = callOf(command, rest);
    if (!call.has('help')) return await command.run(call);
    process.stdout.write(helpOf(command));
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const more = error.isUsage ? ` See: sluice ${command.name} --help` : '';
    process.stderr.write(printable(`${error.message}${more}\n`));
    return 2;
  }
}

function callOf(command: Command, args: readonly string[]): CommandCall {
  const { values, positionals } = parsed(command, args);
  const isJson = values['json'] === true;
  return {
    given: positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    texts: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.map(String) : [];
    },
    has: (option) => values[option] === true,
    env: process.env,
    // What is read by a program stands alone on standard output.
    say: (...lines) =>
      (isJson ? process.stderr : process.stdout).write(
        lines.map((line) => `${printable(line)}\n`).join(''),
      ),
    warn: (line) => process.stderr.write(`${printable(line)}\n`),
    write: (text) => process.stdout.write(text),
  };
}

function parsed(command: Command, args: readonly string[]) {
  try {
    const options = parserOptions(command);
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new CommandError(`${sentence?.replace(/\.$/, '')}.`, { isUsage: true });
  }
}

/** Text of files and servers must not move the cursor of a terminal. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{C}\n]/gu, '�');
}

process.exitCode = await main(process.argv.slice(2));
