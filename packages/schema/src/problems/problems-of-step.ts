import type { FieldManifest, StepManifest } from '../catalogue/catalogue.ts';
import { faultsWithin } from './faults-within.ts';
import { exitWhenDisabled, exitsOf } from '../flow/exits-of.ts';
import type { FlowNode, StepNode } from '../flow/flow.ts';
import type { FlowIndex } from '../flow/flow-index.ts';
import { type Found, problemOf } from './flow-problem.ts';
import { isBlank } from '../pills/is-blank.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { problemsOfPills } from './problems-of-pills.ts';
import { problemsOfWays } from './problems-of-ways.ts';

/** What is wrong with one step: how it hangs in the flow, its inputs, and its pills. */
export function problemsOfStep(
  node: StepNode,
  flow: FlowIndex,
  manifests: ManifestIndex,
): readonly Found[] {
  const manifest = manifests.steps.get(node.type);
  if (!manifest) return [];
  return [
    ...problemsOfPlace(node, manifest, flow),
    ...problemsOfPassing(node, flow, manifests),
    ...problemsOfInputs(node, manifest.inputs),
    ...problemsOfWays(node, manifest, flow),
    ...problemsOfPills(node, flow, manifests),
  ];
}

function problemsOfPlace(node: StepNode, manifest: StepManifest, flow: FlowIndex): Found[] {
  const about = { node: node.name };
  const exits = new Set(exitsOf(node, manifest).map((exit) => exit.id));
  const leavesByNone = flow.outOf.get(node.id)?.some((edge) => !exits.has(edge.exit)) ?? false;
  const lacks = manifest.connection === 'required' && !node.connectionId;
  return [
    ...(flow.into.has(node.id) ? [] : [problemOf('nothing-leads', about)]),
    ...(lacks ? [problemOf('no-connection', about)] : []),
    ...(leavesByNone ? [problemOf('exit-gone', about)] : []),
  ];
}

/** A step to which only those exits of a disabled step lead by which runs do not pass over it. */
function problemsOfPassing(node: StepNode, flow: FlowIndex, { steps }: ManifestIndex): Found[] {
  const ways = flow.into.get(node.id) ?? [];
  const closed = ways.flatMap(({ source, exit }) => {
    const from = flow.nodes.get(source);
    const isClosed =
      from?.kind === 'step' &&
      from.disabled === true &&
      exitWhenDisabled(steps.get(from.type)).id !== exit;
    return isClosed ? [from] : [];
  });
  const [first] = closed;
  if (!first || closed.length < ways.length) return [];
  const exit = exitWhenDisabled(steps.get(first.type)).label;
  return [problemOf('only-past-disabled', { node: node.name, source: first.name, exit })];
}

/** What is wrong with what a node was given to fill in, but for its pills. */
export function problemsOfInputs(
  node: FlowNode,
  fields: Readonly<Record<string, FieldManifest>>,
): Found[] {
  return Object.entries(fields).flatMap(([input, field]) => {
    const value = node.inputs?.[input];
    const about = { node: node.name, input: field.label };
    if (field.required && isBlank(value)) return [problemOf('input-missing', about, { input })];
    if (value === undefined) return [];
    return faultsWithin(value, field).map(({ kind, column = '' }) =>
      problemOf(kind, { ...about, column }, { input }),
    );
  });
}
