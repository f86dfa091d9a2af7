import type { FlowFileCheck } from '@sluice/schema';
import { type Command, CommandError, type ExitCode } from './command.ts';
import { countOf, counted, findingsOf, isInOrder } from './describe-check.ts';
import { readSource } from './read-source.ts';

type Result = Pick<FlowFileCheck, 'refusals' | 'problems'> & {
  readonly source: string;
  readonly inOrder: boolean;
  readonly name?: string;
};

/** Judges flow files without a server, by the same rules as its import. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'Say whether flow files are in order, without a server.',
  usage: 'FILE… (- for standard input)',
  options: {},

  async run({ given, has, say, warn, write }): Promise<ExitCode> {
    if (given.length === 0) throw new CommandError('Name a file, or -.', { isUsage: true });
    // Connectors are loaded for this command alone, so that the others begin at once.
    const [{ catalogue, findTrigger }, { checkFile }] = await Promise.all([
      import('@sluice/connectors'),
      import('../flows/check-file.ts'),
    ]);
    const results: Result[] = [];
    let unreadable = false;
    for (const source of given) {
      try {
        const check = checkFile(await readSource(source), { catalogue, findTrigger });
        const result = resultOf(source, check);
        results.push(result);
        if (!has('json')) say(headline(source, check), ...findingsOf(check));
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        unreadable = true;
        warn(error.message);
      }
    }
    if (has('json')) write(`${JSON.stringify({ files: results }, null, 2)}\n`);
    if (unreadable) return 2;
    return results.every(({ inOrder }) => inOrder) ? 0 : 1;
  },
};

function resultOf(source: string, check: FlowFileCheck): Result {
  const { file, refusals, problems } = check;
  const inOrder = isInOrder(check);
  return { source, inOrder, ...(file && { name: file.name }), refusals, problems };
}

function headline(source: string, check: FlowFileCheck): string {
  const { file, problems } = check;
  const where = source === '-' ? 'standard input' : source;
  if (!file) return `${where}: this cannot be imported.`;
  const found = countOf(problems);
  const parts = [
    counted(file.nodes.length, 'node'),
    counted(file.connections.length, 'connection needed'),
  ];
  const size = parts.filter((part) => part !== '').join(', ');
  return `${where}: “${file.name}” (${size === '' ? 'empty' : size}) ${found === '' ? 'is in order.' : `has ${found}.`}`;
}
