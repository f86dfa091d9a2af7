import type { Catalogue, StepManifest } from '../catalogue/catalogue.ts';
import type { FlowDrawing, FlowNode, NodeId } from '../flow/flow.ts';
import { type FlowIndex, indexFlow } from '../flow/flow-index.ts';
import { type ManifestIndex, manifestIndex } from '../catalogue/manifest-index.ts';
import { offersOutput } from './outputs-offered.ts';
import { CONSTANTS, type Pill } from './template.ts';

/**
 * Why a pill stands for nothing. `no-source`: its node was deleted; `not-before`: its node does not
 * lead to the one that holds it; `no-output`: its node does not have that output.
 */
export type PillFault = 'no-source' | 'not-before' | 'no-output';

/** A drawing and the declarations of what it is made of, ready to be asked about many pills. */
export interface PillSurroundings {
  readonly flow: FlowIndex;
  readonly manifests: ManifestIndex;
}

/** Readies a drawing for questions about its pills. */
export function pillSurroundings(drawing: FlowDrawing, catalogue: Catalogue): PillSurroundings {
  return { flow: indexFlow(drawing), manifests: manifestIndex(catalogue) };
}

/** Why a pill of a node stands for nothing; undefined when it works. Constants are not looked at. */
export function pillFault(
  pill: Pill,
  nodeId: NodeId,
  { flow, manifests }: PillSurroundings,
): PillFault | undefined {
  if (pill.nodeId === CONSTANTS) return undefined;
  const source = flow.nodes.get(pill.nodeId);
  if (!source) return 'no-source';
  if (!flow.upstreamOf(nodeId).has(pill.nodeId)) return 'not-before';
  return offersOutput(source, pill.output, manifests) ? undefined : 'no-output';
}

/** The declaration of a node, if this server has it. */
export function manifestOfNode(
  { kind, type }: Pick<FlowNode, 'kind' | 'type'>,
  { triggers, steps }: ManifestIndex,
): Pick<StepManifest, 'outputs' | 'outputPerEntryOf' | 'label' | 'inputs'> | undefined {
  return kind === 'trigger' ? triggers.get(type) : steps.get(type);
}
