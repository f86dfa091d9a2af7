import type { FieldManifest, StepManifest } from './catalogue.ts';
import { faultsWithin } from './faults-within.ts';
import { exitWhenDisabled, exitsOf } from './exits-of.ts';
import type { FlowNode, StepNode } from './flow.ts';
import type { FlowIndex } from './flow-index.ts';
import type { FlowProblem } from './find-problems.ts';
import type { ManifestIndex } from './manifest-index.ts';
import { problemsOfPills } from './problems-of-pills.ts';
import { problemsOfWays } from './problems-of-ways.ts';
import { type InputValue, isConditions, isEntries, isPerWay } from './template.ts';

/** A problem of a node that is known already. */
export type Found = Omit<FlowProblem, 'nodeId'>;

/** What is wrong with one step: how it hangs in the flow, its inputs, and its pills. */
export function problemsOfStep(
  node: StepNode,
  flow: FlowIndex,
  manifests: ManifestIndex,
): readonly FlowProblem[] {
  const manifest = manifests.steps.get(node.type);
  if (!manifest) return [];
  return [
    ...problemsOfPlace(node, manifest, flow),
    ...problemsOfPassing(node, flow, manifests),
    ...problemsOfInputs(node, manifest.inputs),
    ...problemsOfWays(node, manifest, flow),
    ...problemsOfPills(node, flow, manifests),
  ].map((problem) => ({ ...problem, nodeId: node.id }));
}

/** Whether an input holds nothing: absent, or only white space without a pill. */
export function isBlank(value: InputValue | undefined): boolean {
  if (value === undefined) return true;
  if (isEntries(value)) return value.entries.length === 0;
  if (isConditions(value)) return value.sets.length === 0;
  if (isPerWay(value)) return value.perWay.length === 0;
  return value.every((part) => 'text' in part && part.text.trim() === '');
}

function problemsOfPlace(node: StepNode, manifest: StepManifest, flow: FlowIndex): Found[] {
  const found: Found[] = [];
  if (!flow.into.has(node.id)) {
    found.push({
      severity: 'warning',
      message: `Nothing leads to “${node.name}”, so it never runs.`,
      remedy: 'Connect a step to it, or delete it.',
    });
  }
  if (manifest.connection === 'required' && !node.connectionId) {
    found.push({
      severity: 'error',
      message: `“${node.name}” has no connection.`,
      remedy: 'Open it and choose one under Connection.',
    });
  }
  const exits = new Set(exitsOf(node, manifest).map((exit) => exit.id));
  if (flow.outOf.get(node.id)?.some((edge) => !exits.has(edge.exit))) {
    found.push({
      severity: 'error',
      message: `“${node.name}” no longer has the exit that an edge leaves by.`,
      remedy: 'Delete the edge or connect it again.',
    });
  }
  return found;
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
  return [
    {
      severity: 'warning',
      message: `“${node.name}” never runs while “${first.name}” is disabled: runs pass over that by “${exit}”.`,
      remedy: `Enable “${first.name}”, or disable this too.`,
    },
  ];
}

/** What is wrong with what a node was given to fill in, but for its pills. */
export function problemsOfInputs(
  node: FlowNode,
  fields: Readonly<Record<string, FieldManifest>>,
): Found[] {
  return Object.entries(fields).flatMap(([input, field]) => {
    const value = node.inputs?.[input];
    if (field.required && isBlank(value)) {
      return [
        {
          severity: 'error',
          input,
          message: `“${node.name}” needs ${field.label}.`,
          remedy: `Fill in ${field.label}.`,
        },
      ];
    }
    return value === undefined
      ? []
      : faultsWithin(value, field).map((fault) => ({
          input,
          severity: fault.severity,
          message: `${field.label} of “${node.name}” ${fault.message}`,
          remedy: fault.remedy,
        }));
  });
}
