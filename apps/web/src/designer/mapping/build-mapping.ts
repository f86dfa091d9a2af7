import {
  CONSTANTS,
  type Catalogue,
  type Constant,
  type FlowDrawing,
  type FlowNode,
  type Lookup,
  type NodeId,
  type Pill,
  outputMatches,
  pillSurroundings,
  upstreamOf,
} from '@sluice/schema';
import { say } from '../../words/say.ts';
import { describePill } from './describe-pill.ts';
import type { KnownValues } from './known-values.ts';
import type { Mapping, MappingSource } from './mapping.ts';
import type { OutputChoice } from './output-choices.ts';
import { declaredOutputs, errorOutputs, toneOf } from './node-outputs.ts';
import { waysFrom } from './ways-from.ts';

interface Ingredients {
  readonly flow: FlowDrawing;
  readonly nodeId: NodeId;
  readonly catalogue: Catalogue;
  readonly constants: readonly Constant[];
  readonly known: ReadonlyMap<NodeId, KnownValues>;
  /** What a node was called that is gone, as far as it is remembered. */
  readonly lostName?: (nodeId: NodeId) => string | undefined;
}

/** Gathers what one node may draw on: all nodes that lead to it, and the constants. */
export function buildMapping(given: Ingredients): Mapping {
  const upstream = upstreamOf(given.flow, given.nodeId);
  const nodes = [...upstream]
    .reverse()
    .flatMap((id) => given.flow.nodes.find((node) => node.id === id) ?? [])
    .sort((one, other) => Number(other.kind === 'trigger') - Number(one.kind === 'trigger'));
  const constants: MappingSource = {
    nodeId: CONSTANTS,
    name: say('connections.constants.title'),
    tone: 'constant',
    origin: 'run',
    outputs: given.constants.map(({ name, value }) => ({ name, label: name, value })),
  };
  const lookup = lookupIn(given);
  const sources = [...nodes.map((node) => sourceOf(node, given)), constants];
  return {
    sources,
    lookup,
    viewOf: (pill) => describePill(pill, { ...given, upstream }),
    matchesFor: (pill) => matchesIn(sources, pill, given),
  };
}

/** Only what the list offers as well: outputs of nodes that are reached by the way that leads here. */
function matchesIn(
  sources: readonly MappingSource[],
  pill: Pill,
  { flow, catalogue, nodeId }: Ingredients,
): readonly OutputChoice[] {
  const matches = outputMatches(pill, nodeId, pillSurroundings(flow, catalogue));
  return matches.flatMap(({ node, output }) => {
    const source = sources.find((each) => each.nodeId === node.id);
    const offered = source?.outputs.find(({ name }) => name === output.name);
    if (!source || !offered) return [];
    const match = { ...pill, nodeId: node.id, output: output.name };
    const { label, value } = offered;
    return [{ key: `${node.id} ${output.name}`, pill: match, label, value, source }];
  });
}

const errorSamples: Readonly<Record<string, unknown>> = {
  code: 'refused',
  message: say('designer.mapping.error-samples.message'),
  status: 400,
};

function sourceOf(node: FlowNode, given: Ingredients): MappingSource {
  const known = given.known.get(node.id);
  const ways = waysFrom(given.flow, node.id, given.nodeId);
  const valueOf = (name: string) => known?.values[name];
  const usual = declaredOutputs(node, given.catalogue);
  const outputs = [...(ways.done ? usual : []), ...(ways.failed ? errorOutputs : [])];
  const note = noteOf(node, ways);
  return {
    nodeId: node.id,
    name: node.name,
    tone: toneOf(node, given.catalogue),
    origin: known?.origin ?? 'sample',
    ...(note !== undefined && { note }),
    outputs: outputs.map((output) => ({
      ...output,
      value:
        valueOf(output.name) ??
        (known?.origin === 'sample' ? errorSamples[output.name] : undefined),
    })),
  };
}

function noteOf(node: FlowNode, ways: { done: boolean; failed: boolean }): string | undefined {
  if (node.disabled) return say('designer.mapping.note.disabled');
  if (ways.failed && ways.done) return say('designer.mapping.note.either');
  return ways.failed ? say('designer.mapping.note.failed') : undefined;
}

function lookupIn({ known, constants, flow }: Ingredients): Lookup {
  const fixed = Object.fromEntries(constants.map(({ name, value }) => [name, value]));
  const disabled = new Set(flow.nodes.flatMap((node) => (node.disabled ? [node.id] : [])));
  return (nodeId) => {
    if (nodeId === CONSTANTS) return fixed;
    if (disabled.has(nodeId)) return undefined;
    const found = known.get(nodeId);
    return found?.origin === 'sample' ? { ...errorSamples, ...found.values } : found?.values;
  };
}
