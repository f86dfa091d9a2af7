import { type Catalogue, nextExit } from '../catalogue/catalogue.ts';
import type { FlowDrawing, FlowEdge, FlowNode, TriggerNode } from '../flow/flow.ts';
import { type FlowIndex, indexFlow } from '../flow/flow-index.ts';
import { type FlowProblem, type Found, problemOf } from './flow-problem.ts';
import { type ManifestIndex, manifestIndex } from '../catalogue/manifest-index.ts';
import { type KnownConnection, problemsOfConnection } from './problems-of-connection.ts';
import { problemsOfInputs, problemsOfStep } from './problems-of-step.ts';
import { pillsOf } from '../pills/template.ts';

/**
 * Every problem of a drawing. The designer's badges, Publish and the API all ask here.
 *
 * @param connections all there are; left out, those that are chosen are taken to exist
 */
export function findProblems(
  drawing: FlowDrawing,
  catalogue: Catalogue,
  connections?: readonly KnownConnection[],
): readonly FlowProblem[] {
  const manifests = manifestIndex(catalogue);
  const flow = indexFlow(drawing);
  const known = connections && new Map(connections.map(({ id, type }) => [id, type]));
  return [
    ...problemsOfWhole(drawing),
    ...drawing.nodes.flatMap((node) => {
      if (node.disabled) return [];
      return [
        ...problemsOfNode(node, flow, manifests),
        ...(known ? problemsOfConnection(node, manifests, known) : []),
      ].map((problem) => ({ ...problem, nodeId: node.id }));
    }),
  ];
}

function problemsOfWhole({ nodes }: FlowDrawing): readonly FlowProblem[] {
  return nodes.some((node) => node.kind === 'trigger') ? [] : [problemOf('no-trigger')];
}

function problemsOfNode(
  node: FlowNode,
  flow: FlowIndex,
  manifests: ManifestIndex,
): readonly Found[] {
  const known = node.kind === 'trigger' ? manifests.triggers : manifests.steps;
  if (!known.has(node.type)) {
    return [problemOf('unknown-type', { node: node.name, type: node.type })];
  }
  return node.kind === 'trigger'
    ? problemsOfTrigger(node, flow, manifests)
    : problemsOfStep(node, flow, manifests);
}

function problemsOfTrigger(
  node: TriggerNode,
  { outOf }: FlowIndex,
  { triggers }: ManifestIndex,
): readonly Found[] {
  const fields = triggers.get(node.type)?.inputs ?? {};
  const withPills = Object.entries(node.inputs ?? {}).flatMap(([input, value]) => {
    if (pillsOf(value).length === 0) return [];
    const about = { node: node.name, input: fields[input]?.label ?? input };
    return [problemOf('pill-in-trigger', about, { input })];
  });
  return [
    ...problemsOfInputs(node, fields),
    ...withPills,
    ...problemsOfWaysOut(node, outOf.get(node.id) ?? []),
  ];
}

function problemsOfWaysOut(node: TriggerNode, leaving: readonly FlowEdge[]): readonly Found[] {
  if (leaving.some((edge) => edge.exit === nextExit.id)) return [];
  // An edge by an exit that a trigger does not have is no mere oversight.
  const severity = leaving.length > 0 ? 'error' : 'warning';
  return [problemOf('nothing-follows', { node: node.name }, { severity })];
}
