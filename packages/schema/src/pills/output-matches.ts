import type { FlowNode, NodeId } from '../flow/flow.ts';
import type { FlowIndex } from '../flow/flow-index.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { type OfferedOutput, outputsOffered } from './outputs-offered.ts';
import { type PillSurroundings, manifestOfNode } from './pill-fault.ts';
import type { Pill } from './template.ts';

/** An output that may stand in for a broken pill. */
export interface OutputMatch {
  readonly node: FlowNode;
  readonly output: OfferedOutput;
  /** Whether it is the same output of another node, and not only one with a like name. */
  readonly isSame: boolean;
}

/**
 * The outputs that could take a broken pill's place: those of the same name first, then those whose
 * names share words with it; among equals the node nearest to the one that holds the pill.
 */
export function outputMatches(
  pill: Pill,
  nodeId: NodeId,
  around: PillSurroundings,
): readonly OutputMatch[] {
  const label = outputLabel(pill, around);
  const wanted = wordsOf(`${pill.output} ${label ?? ''}`);
  const matches = nearestFirst(around.flow, nodeId)
    .flatMap((node) =>
      offersOf(node, around.manifests).map((output) => {
        const isSame = sameOutput(output, pill, label);
        return { node, output, isSame, likeness: isSame ? 1 : likeness(output, wanted) };
      }),
    )
    .filter((match) => match.likeness >= LEAST_LIKENESS);
  return matches
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ likeness: _likeness, ...match }) => match);
}

/** The same output of one other node, if that node has it. */
export function sameOutputOf(
  pill: Pill,
  node: FlowNode,
  around: PillSurroundings,
): OfferedOutput | undefined {
  const label = outputLabel(pill, around);
  const offered = offersOf(node, around.manifests);
  return (
    offered.find(({ name }) => name === pill.output) ??
    offered.find((output) => sameOutput(output, pill, label))
  );
}

/**
 * What the output of a pill is called: by its node, or, when that is gone, by whatever declares an
 * output of this name. Undefined when nothing does.
 */
export function outputLabel(pill: Pill, { flow, manifests }: PillSurroundings): string | undefined {
  const source = flow.nodes.get(pill.nodeId);
  const own = source && offersOf(source, manifests).find(({ name }) => name === pill.output);
  if (own) return own.label;
  for (const { outputs } of [...manifests.triggers.values(), ...manifests.steps.values()]) {
    const output = Object.hasOwn(outputs, pill.output) ? outputs[pill.output] : undefined;
    if (output) return output.label;
  }
  return undefined;
}

/** Half of the words in common. */
const LEAST_LIKENESS = 0.5;

function sameOutput({ name, label }: OfferedOutput, pill: Pill, wanted: string | undefined) {
  return name === pill.output || label.toLowerCase() === wanted?.toLowerCase();
}

/** The share of all their words that two names have in common. */
function likeness({ name, label }: OfferedOutput, wanted: ReadonlySet<string>): number {
  const own = wordsOf(`${name} ${label}`);
  const common = [...own].filter((word) => wanted.has(word)).length;
  return common / (own.size + wanted.size - common);
}

function wordsOf(name: string): ReadonlySet<string> {
  const apart = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return new Set(apart.match(/[\p{L}\p{N}]+/gu) ?? []);
}

function offersOf(node: FlowNode, manifests: ManifestIndex): readonly OfferedOutput[] {
  return outputsOffered(node, manifestOfNode(node, manifests));
}

/** The nodes that lead to one, by how many edges away they are. */
function nearestFirst(flow: FlowIndex, nodeId: NodeId): readonly FlowNode[] {
  const found = new Set<NodeId>([nodeId]);
  for (const id of found) for (const edge of flow.into.get(id) ?? []) found.add(edge.source);
  return [...found].slice(1).flatMap((id) => flow.nodes.get(id) ?? []);
}
