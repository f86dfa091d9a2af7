import { writeFile } from 'node:fs/promises';
import { type FlowFile, type FlowSummary, typedSecrets } from '@sluice/schema';
import { ServerClient, detailOf, serverOptions } from './ask-server.ts';
import { type Command, CommandError, type ExitCode } from './command.ts';

/** Writes a flow of a server as a file. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a flow of a running server as a file.',
  usage: 'FLOW (its name or id)',
  options: {
    version: { type: 'string', value: 'N', help: 'A published version; else the draft.' },
    output: { type: 'string', value: 'FILE', help: 'Where to; else standard output.' },
    ...serverOptions,
  },

  async run({ given, text, has, say, warn, write, env }): Promise<ExitCode> {
    const [wanted, ...more] = given;
    if (wanted === undefined || more.length > 0) {
      throw new CommandError('Name one flow.', { isUsage: true });
    }
    const server = new ServerClient({ text, env });
    const flow = await findFlow(server, wanted);
    const version = text('version');
    const query = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
    const answer = await server.ask('GET', `/flows/${flow.id}/export${query}`);
    if (answer.status !== 200) {
      say(detailOf(answer));
      return 1;
    }
    for (const { node, line } of typedSecrets(answer.body as FlowFile)) {
      warn(`Look at it before you share it: “${line}” of “${node}” may be a secret.`);
    }
    const output = text('output');
    if (output === undefined) {
      write(answer.text);
      return 0;
    }
    await save(output, answer.text);
    if (has('json')) {
      write(`${JSON.stringify({ id: flow.id, name: flow.name, file: output })}\n`);
    } else say(`“${flow.name}” is in ${output}.`);
    return 0;
  },
};

async function findFlow(server: ServerClient, wanted: string): Promise<FlowSummary> {
  const answer = await server.ask('GET', '/flows');
  if (answer.status !== 200) throw new CommandError(detailOf(answer));
  const { items } = answer.body as { items: readonly FlowSummary[] };
  const byId = items.find(({ id }) => id === wanted);
  if (byId) return byId;
  const [first, ...others] = items.filter(({ name }) => name === wanted);
  if (!first) throw new CommandError(`There is no flow “${wanted}”. Look how it is spelt.`);
  if (others.length > 0) {
    const ids = [first, ...others].map(({ id }) => id).join(', ');
    throw new CommandError(`Several flows are called “${wanted}”. Name one by its id: ${ids}.`);
  }
  return first;
}

async function save(output: string, text: string): Promise<void> {
  try {
    await writeFile(output, text);
  } catch (error) {
    throw new CommandError(`${output} cannot be written: ${(error as Error).message}`);
  }
}
