import {
  CONSTANTS,
  type Catalogue,
  type Constant,
  type FlowDrawing,
  type NodeId,
  type Pill,
  manifestIndex,
  outputLabel,
  pillSurroundings,
} from '@sluice/schema';
import { say } from '../../words/say.ts';
import { declaredOutputs, errorOutputs, toneOf } from './node-outputs.ts';
import { describeFormat } from './describe-format.ts';
import type { PillView } from './pill-view.ts';
import { pathLabel } from './value-text.ts';

interface Surroundings {
  readonly flow: FlowDrawing;
  readonly catalogue: Catalogue;
  readonly constants: readonly Constant[];
  /** The nodes that lead to the one that holds the pill. */
  readonly upstream: readonly NodeId[];
  /** What a node was called that is gone, as far as it is remembered. */
  readonly lostName?: (nodeId: NodeId) => string | undefined;
}

/** Puts a pill into words, and says why when it stands for nothing. */
export function describePill(pill: Pill, given: Surroundings): PillView {
  const formats = (pill.format ?? []).map(describeFormat).join(' · ');
  const view = { output: deeper(pill.output, pill), formats };
  if (pill.nodeId === CONSTANTS) {
    const exists = given.constants.some((constant) => constant.name === pill.output);
    return {
      ...view,
      source: say('connections.constants.title'),
      tone: 'constant',
      ...(!exists && { broken: say('designer.mapping.broken.no-constant') }),
    };
  }
  const node = given.flow.nodes.find((each) => each.id === pill.nodeId);
  if (!node) {
    const label = outputLabel(pill, pillSurroundings(given.flow, given.catalogue));
    return {
      formats,
      output: deeper(label ?? pill.output, pill),
      source: given.lostName?.(pill.nodeId) ?? say('designer.mapping.deleted-step'),
      tone: 'constant',
      broken: say('designer.mapping.broken.step-deleted'),
    };
  }
  const known = [
    ...declaredOutputs(node, given.catalogue),
    ...(node.kind === 'step' ? errorOutputs : []),
  ];
  const output = known.find((each) => each.name === pill.output);
  return {
    formats,
    source: node.name,
    output: deeper(output?.label ?? pill.output, pill),
    tone: toneOf(node, given.catalogue),
    ...troubleOf(pill, Boolean(output) || !isDeclared(node.type, given.catalogue), given),
  };
}

function troubleOf(
  pill: Pill,
  isOffered: boolean,
  { flow, upstream }: Surroundings,
): Pick<PillView, 'broken' | 'note'> {
  const node = flow.nodes.find((each) => each.id === pill.nodeId);
  if (!upstream.includes(pill.nodeId)) {
    return { broken: say('designer.mapping.broken.not-before', { name: node?.name ?? '' }) };
  }
  if (!isOffered)
    return { broken: say('designer.mapping.broken.no-output', { name: node?.name ?? '' }) };
  if (!node?.disabled) return {};
  return { note: say('designer.mapping.note.disabled-named', { name: node.name }) };
}

function deeper(label: string, { path }: Pill): string {
  return path?.length ? `${label} › ${pathLabel(path)}` : label;
}

/** A step of a kind this server does not know may have any output. */
function isDeclared(type: string, catalogue: Catalogue): boolean {
  const index = manifestIndex(catalogue);
  return index.triggers.has(type) || index.steps.has(type);
}
