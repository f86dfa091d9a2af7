import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FlowDrawing, FlowNode } from '../flow/flow.ts';
import {
  type ConnectionNeed,
  FLOW_FILE_FORMAT,
  FLOW_FILE_VERSION,
  type FlowFile,
  type FlowFileNode,
  type FlowNeed,
} from './flow-file.ts';
import { manifestIndex } from '../catalogue/manifest-index.ts';
import { withPinned } from '../flow/pinned.ts';
import { type InputValue, isTemplate } from '../pills/template.ts';

/** What is known of the server that a flow is exported from. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  /** By id: the connections that there are. */
  readonly connections: ReadonlyMap<string, { readonly type: string; readonly name: string }>;
  /** By id: what the flows are called. */
  readonly flowNames: ReadonlyMap<string, string>;
}

/** The flow to export: its id, so that calls of itself are known, its name, and a drawing. */
export type ExportedFlow = FlowDrawing & { readonly id: string; readonly name: string };

/**
 * A flow as a file. It holds no id of this server, no secret, and nothing that is pinned; nodes and edges keep their order,
 * which is the order of ways into a Merge, and the same flow makes the same file each time.
 */
export function flowToFile(flow: ExportedFlow, around: Surroundings): FlowFile {
  const { id: _id, name, nodes, ...drawing } = flow;
  const connections = connectionNeeds(nodes, around);
  const called = flowNeeds(flow, around);
  return {
    format: FLOW_FILE_FORMAT,
    formatVersion: FLOW_FILE_VERSION,
    name,
    connections: [...connections.values()],
    flows: [...called.values()],
    nodes: nodes.map((node) => {
      const { connectionId, ...own } = withPinned(withoutUser(node), undefined);
      const need = connectionId === undefined ? undefined : connections.get(connectionId);
      return {
        ...(need && { connection: need.id }),
        ...withFlowNeeds(own, namedFlows(node, around.catalogue), called),
      } as FlowFileNode;
    }),
    ...drawing,
  };
}

/** The needed connections by their ids here, sorted so that the order of nodes does not matter. */
function connectionNeeds(
  nodes: readonly FlowNode[],
  { connections }: Surroundings,
): ReadonlyMap<string, ConnectionNeed> {
  const used = new Map<string, Omit<ConnectionNeed, 'id'>>();
  for (const { connectionId, type } of nodes) {
    if (connectionId === undefined || used.has(connectionId)) continue;
    used.set(connectionId, connections.get(connectionId) ?? { type: connectorOf(type) });
  }
  const sorted = [...used].sort(
    ([, one], [, other]) => compare(one.type, other.type) || compare(one.name, other.name),
  );
  return new Map(
    sorted.map(([id, { type, name }], index) => [
      id,
      { id: `connection-${index + 1}`, type, ...(name !== undefined && { name }) },
    ]),
  );
}

/** The named flows by their ids here, sorted by name. */
function flowNeeds(
  { id, nodes }: ExportedFlow,
  { catalogue, flowNames }: Surroundings,
): ReadonlyMap<string, FlowNeed> {
  const used = new Set(nodes.flatMap((node) => [...namedFlows(node, catalogue).values()]));
  const nameOf = (flowId: string) => (flowId === id ? undefined : flowNames.get(flowId));
  const sorted = [...used].sort((one, other) => compare(nameOf(one), nameOf(other)));
  return new Map(
    sorted.map((flowId, index) => {
      const name = nameOf(flowId);
      const need = { id: `flow-${index + 1}`, ...(name !== undefined && { name }) };
      return [flowId, flowId === id ? { ...need, itself: true } : need];
    }),
  );
}

/** The flows that a node's inputs name, by input: typed as ids, without a pill. */
function namedFlows(node: FlowNode, catalogue: Catalogue): ReadonlyMap<string, string> {
  const { triggers, steps } = manifestIndex(catalogue);
  const fields = (node.kind === 'trigger' ? triggers : steps).get(node.type)?.inputs ?? {};
  const found = new Map<string, string>();
  for (const [input, field] of Object.entries(fields)) {
    const id = field.control === 'flow' ? typedText(node.inputs?.[input]) : '';
    if (id !== '') found.set(input, id);
  }
  return found;
}

function typedText(value: InputValue | undefined): string {
  if (value === undefined || !isTemplate(value)) return '';
  return value.every((part) => 'text' in part)
    ? value
        .map((part) => part.text)
        .join('')
        .trim()
    : '';
}

function withFlowNeeds(
  node: Omit<FlowNode, 'connectionId'>,
  named: ReadonlyMap<string, string>,
  called: ReadonlyMap<string, FlowNeed>,
) {
  if (named.size === 0) return node;
  const inputs = Object.entries(node.inputs ?? {}).filter(([input]) => !named.has(input));
  const flows = [...named].map(([input, id]) => [input, called.get(id)?.id]);
  return { ...node, inputs: Object.fromEntries(inputs), flows: Object.fromEntries(flows) };
}

/** As whom runs act is a matter of the server. */
function withoutUser(node: FlowNode): FlowNode {
  if (node.kind === 'step') return node;
  const { authenticatingUserId: _, ...settings } = node.settings;
  return { ...node, settings };
}

function connectorOf(type: string): string {
  return type.split('.')[0] ?? type;
}

function compare(one = '', other = ''): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
