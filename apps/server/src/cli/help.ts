import type { Command, CommandOption } from './command.ts';

const everywhere: Readonly<Record<string, CommandOption>> = {
  json: { type: 'boolean', help: 'Answer with JSON, for programs.' },
  help: { type: 'boolean', help: 'Show this.' },
};

/** All commands, a line each. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `Usage: sluice COMMAND …

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

sluice COMMAND --help says more. Exit codes: 0 done and in order, 1 not in order or refused,
2 the command could not be carried out.
`;
}

/** How one command is used. */
export function helpOf({ name, usage, summary, options }: Command): string {
  const lines = Object.entries({ ...options, ...everywhere }).map(
    ([option, { value, help }]) => [`--${option}${value ? ` ${value}` : ''}`, help] as const,
  );
  const width = Math.max(...lines.map(([left]) => left.length));
  return `Usage: sluice ${name} ${usage}

${summary}

${lines.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`).join('\n')}
`;
}
