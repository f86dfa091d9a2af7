import type { FlowDrawing, FlowNode } from '../flow/flow.ts';
import type { FlowFile, FlowFileNode } from './flow-file.ts';

/** What stands here for the needs of a file, by the need's id. What is left out stays open. */
export interface FlowBindings {
  /** Ids of connections. */
  readonly connections: Readonly<Record<string, string>>;
  /** Ids of flows. */
  readonly flows: Readonly<Record<string, string>>;
}

/** The drawing of a file, with its needs bound. A need that stays open leaves its place empty. */
export function fileToDrawing(file: FlowFile, bindings: FlowBindings): FlowDrawing {
  const {
    format: _format,
    formatVersion: _version,
    name: _name,
    connections: _connections,
    flows: _flows,
    nodes,
    ...drawing
  } = file;
  return { ...drawing, nodes: nodes.map((node) => bound(node, bindings)) };
}

/** Each need bound to its own id, to look at a drawing before anything is chosen. */
export function bindingsToItself(file: FlowFile): FlowBindings {
  const own = (needs: readonly { readonly id: string }[]) =>
    Object.fromEntries(needs.map(({ id }) => [id, id]));
  return { connections: own(file.connections), flows: own(file.flows) };
}

/** The names of the nodes that use each need, by the need's id. */
export function usersOfNeeds(file: FlowFile): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const node of file.nodes) {
    const used = [node.connection, ...Object.values(node.flows ?? {})];
    for (const id of new Set(used)) {
      if (id !== undefined) users.set(id, [...(users.get(id) ?? []), node.name]);
    }
  }
  return users;
}

function bound(node: FlowFileNode, { connections, flows }: FlowBindings): FlowNode {
  const { connection, flows: needed = {}, ...own } = node;
  const connectionId = connection === undefined ? undefined : connections[connection];
  const named = Object.entries(needed).flatMap(([input, need]) => {
    const id = flows[need];
    return id === undefined ? [] : [[input, [{ text: id }]] as const];
  });
  return {
    ...own,
    ...(connectionId !== undefined && { connectionId }),
    ...(named.length > 0 && { inputs: { ...own.inputs, ...Object.fromEntries(named) } }),
  } as FlowNode;
}
