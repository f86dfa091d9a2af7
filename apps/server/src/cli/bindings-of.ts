import type { FlowBindings } from '@sluice/schema';
import { type ServerClient, detailOf } from './ask-server.ts';
import { type CommandCall, CommandError } from './command.ts';

/** What a file needs, and what the server found for it. */
export interface Boundary {
  readonly connections: readonly (Need & { readonly type: string })[];
  readonly flows: readonly (Need & { readonly itself?: boolean })[];
}

interface Need {
  readonly id: string;
  readonly name?: string;
  readonly match?: Thing;
}

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
}

interface Kind {
  readonly option: 'connection' | 'flow';
  readonly needs: readonly (Need & { readonly type?: string })[];
}

/** What is to be bound: what was asked for, else what has the same name; and lines that say so. */
export async function bindingsOf(
  check: Boundary,
  call: CommandCall,
  server: ServerClient,
): Promise<FlowBindings & { readonly lines: readonly string[] }> {
  const flows = check.flows.filter((need) => !need.itself);
  const ofConnections = await bind(
    { option: 'connection', needs: check.connections },
    call,
    server,
  );
  const ofFlows = await bind({ option: 'flow', needs: flows }, call, server);
  return {
    connections: ofConnections.bound,
    flows: ofFlows.bound,
    lines: [...ofConnections.lines, ...ofFlows.lines],
  };
}

async function bind({ option, needs }: Kind, call: CommandCall, server: ServerClient) {
  const asked = call.texts(option).map((each) => askedFor(each, { option, needs }));
  const things = asked.length > 0 ? await listThings(`/${option}s`, server) : [];
  const bound: Record<string, string> = {};
  const lines: string[] = [];
  for (const need of needs) {
    const wanted = asked.find((each) => each.need === need)?.wanted;
    const thing = wanted === undefined ? need.match : find(things, wanted, need.type);
    const what = `the ${option} “${need.name ?? need.id}”`;
    if (thing) {
      bound[need.id] = thing.id;
      lines.push(`  bound    ${what} to “${thing.name}”`);
    } else lines.push(`  open     ${what}`);
  }
  return { bound, lines };
}

function askedFor(text: string, { option, needs }: Kind) {
  const at = text.indexOf('=');
  const [key, wanted] = [text.slice(0, at), text.slice(at + 1)];
  const found = at < 1 ? [] : needs.filter(({ id, name }) => id === key || name === key);
  const [need] = found;
  if (need && found.length === 1) return { need, wanted };
  const known = needs.map(({ id, name }) => (name === undefined ? id : `${id} (${name})`));
  const which =
    known.length === 0 ? `The file needs no ${option}.` : `It needs: ${known.join(', ')}.`;
  throw new CommandError(`--${option} ${text} names nothing that the file needs. ${which}`);
}

async function listThings(path: string, server: ServerClient): Promise<readonly Thing[]> {
  const answer = await server.ask('GET', path);
  if (answer.status !== 200) throw new CommandError(detailOf(answer));
  return (answer.body as { items: readonly Thing[] }).items;
}

function find(things: readonly Thing[], wanted: string, type?: string): Thing | undefined {
  if (wanted === '') return undefined;
  const fitting = things.filter((each) => type === undefined || each.type === type);
  const byId = fitting.find(({ id }) => id === wanted);
  const [first, ...others] = byId ? [byId] : fitting.filter(({ name }) => name === wanted);
  if (first && others.length === 0) return first;
  const kind = type === undefined ? '' : ` of the kind ${type}`;
  throw new CommandError(
    first
      ? `Several${kind} are called “${wanted}”. Name one by its id.`
      : `There is no “${wanted}”${kind} on the server. Look how it is spelt.`,
  );
}
