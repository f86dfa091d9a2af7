import { type FlowDetail, type FlowFileCheck, readFlowFile } from '@sluice/schema';
import { type ServerAnswer, ServerClient, detailOf, serverOptions } from './ask-server.ts';
import { type Boundary, bindingsOf } from './bindings-of.ts';
import { type Command, type CommandCall, CommandError, type ExitCode } from './command.ts';
import { findingsOf } from './describe-check.ts';
import { readSource } from './read-source.ts';

/** What a server answers about a file. */
type Check = Pick<FlowFileCheck, 'refusals' | 'problems'> & Boundary;

/** Makes a flow of a file on a server. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Make a flow of a file on a running server. What has the same name there is bound.',
  usage: 'FILE (- for standard input)',
  options: {
    name: { type: 'string', value: 'NAME', help: 'What to call it; else as in the file.' },
    connection: {
      type: 'string',
      multiple: true,
      value: 'NEED=NAME',
      help: 'Which connection to bind, by name or id; empty leaves it open. May be repeated.',
    },
    flow: {
      type: 'string',
      multiple: true,
      value: 'NEED=NAME',
      help: 'Which flow to bind, by name or id; empty leaves it open. May be repeated.',
    },
    check: { type: 'boolean', help: 'Say what would be done, and do nothing.' },
    ...serverOptions,
  },

  async run(call): Promise<ExitCode> {
    const [source, ...more] = call.given;
    if (source === undefined || more.length > 0) {
      throw new CommandError('Name one file, or -.', { isUsage: true });
    }
    const server = new ServerClient(call);
    const text = await readSource(source);
    // As JSON it is shorter than as text; what cannot be read is judged by the server all the same.
    const file = readFlowFile(text).file ?? text;
    const checked = await server.ask('POST', '/flows/check', { file });
    if (checked.status !== 200) return refused(checked, call);
    const check = checked.body as Check;
    if (check.refusals.length > 0) {
      answer(call, { imported: false, ...check }, [
        'The file cannot be imported.',
        ...findingsOf(check),
      ]);
      return 1;
    }
    const { connections, flows, lines } = await bindingsOf(check, call, server);
    const found = [...lines, ...findingsOf(check)];
    if (call.has('check')) {
      const judged = { imported: false, ...check, bound: { connections, flows } };
      answer(call, judged, ['The file can be imported.', ...found]);
      return 0;
    }
    const name = call.text('name');
    const sent = { file, connections, flows, ...(name !== undefined && { name }) };
    const made = await server.ask('POST', '/flows/import', sent);
    if (made.status !== 201) return refused(made, call);
    const flow = made.body as FlowDetail;
    const url = `${server.url}/flows/${flow.id}`;
    const { problems } = check;
    const done = {
      imported: true,
      id: flow.id,
      name: flow.name,
      url,
      connections,
      flows,
      problems,
    };
    answer(call, done, [`“${flow.name}” is a draft now: ${url}`, ...found]);
    return 0;
  },
};

function refused(said: ServerAnswer, { say }: CommandCall): ExitCode {
  say(detailOf(said));
  return 1;
}

/** JSON for a program, or lines for a person. */
function answer({ has, say, write }: CommandCall, body: object, lines: readonly string[]): void {
  if (has('json')) write(`${JSON.stringify(body, null, 2)}\n`);
  else say(...lines);
}
