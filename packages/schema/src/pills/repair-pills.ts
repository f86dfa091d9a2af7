import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  type FlowDrawing,
  type FlowNode,
  type NodeId,
  type StepNode,
  isStep,
} from '../flow/flow.ts';
import type { FlowEdit } from '../flow/flow-edit.ts';
import { outputLabel, sameOutputOf } from './output-matches.ts';
import {
  type PillFault,
  type PillSurroundings,
  pillFault,
  pillSurroundings,
} from './pill-fault.ts';
import { replacePillsOf } from './replace-pills.ts';
import { type Pill, type Template, pillsOf } from './template.ts';

/** What is done about all broken pills of one source, wherever they stand. */
export interface PillRepair {
  /** The node that the pills come from; it may be gone. */
  readonly source: NodeId;
  /**
   * `same-output`: the output of the same name of another node, where it has one and leads there.
   * `text`: the name of the output as plain text. `nothing`: the pill goes.
   */
  readonly by:
    | { readonly take: 'same-output'; readonly nodeId: NodeId }
    | { readonly take: 'text' }
    | { readonly take: 'nothing' };
}

/** A pill that stands for nothing, and where it is. */
export interface BrokenPill {
  readonly node: StepNode;
  readonly input: string;
  readonly pill: Pill;
  readonly fault: PillFault;
}

/** A node that could take a broken source's place. */
export interface SourceMatch {
  readonly node: FlowNode;
  /** How many of the broken pills it has the same output for. */
  readonly fits: number;
}

/** Every broken pill of a drawing that comes from one source, in the order of the nodes. */
export function brokenPillsOf(
  source: NodeId,
  drawing: FlowDrawing,
  catalogue: Catalogue,
): readonly BrokenPill[] {
  const around = pillSurroundings(drawing, catalogue);
  return drawing.nodes.filter(isStep).flatMap((node) =>
    Object.entries(node.inputs).flatMap(([input, value]) =>
      pillsOf(value).flatMap((pill) => {
        const fault = pill.nodeId === source ? pillFault(pill, node.id, around) : undefined;
        return fault ? [{ node, input, pill, fault }] : [];
      }),
    ),
  );
}

/** The nodes that have outputs of the same names as broken pills want, best first. */
export function sourceMatches(
  broken: readonly BrokenPill[],
  drawing: FlowDrawing,
  catalogue: Catalogue,
): readonly SourceMatch[] {
  const around = pillSurroundings(drawing, catalogue);
  return drawing.nodes
    .map((node) => ({
      node,
      fits: broken.filter(
        (each) =>
          around.flow.upstreamOf(each.node.id).has(node.id) &&
          sameOutputOf(each.pill, node, around) !== undefined,
      ).length,
    }))
    .filter(({ fits }) => fits > 0)
    .sort((one, other) => other.fits - one.fits);
}

/** The edits that repair all broken pills of one source; what cannot be repaired so stays as it is. */
export function repairingEdits(
  repair: PillRepair,
  drawing: FlowDrawing,
  catalogue: Catalogue,
): readonly FlowEdit[] {
  const around = pillSurroundings(drawing, catalogue);
  return drawing.nodes.filter(isStep).flatMap((node): FlowEdit[] => {
    const repaired = repairStep(node, repair, around);
    return repaired === node ? [] : [{ edit: 'configure-node', node: repaired }];
  });
}

/** One step with its broken pills of one source repaired; the same one when there are none. */
export function repairStep(node: StepNode, repair: PillRepair, around: PillSurroundings): StepNode {
  return replacePillsOf(node, (pill) => {
    const isMeant = pill.nodeId === repair.source && pillFault(pill, node.id, around);
    return isMeant ? standIn(pill, node, { repair, around }) : undefined;
  });
}

interface Repairing {
  readonly repair: PillRepair;
  readonly around: PillSurroundings;
}

function standIn(
  pill: Pill,
  node: StepNode,
  { repair: { by }, around }: Repairing,
): Template | undefined {
  if (by.take === 'nothing') return [];
  if (by.take === 'text') return [{ text: outputLabel(pill, around) ?? pill.output }];
  const other = around.flow.nodes.get(by.nodeId);
  if (!other || !around.flow.upstreamOf(node.id).has(other.id)) return undefined;
  const output = sameOutputOf(pill, other, around);
  return output && [{ pill: { ...pill, nodeId: other.id, output: output.name } }];
}
