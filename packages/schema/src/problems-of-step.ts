import type { FieldManifest, StepManifest } from './catalogue.ts';
import { faultsWithin } from './faults-within.ts';
import { exitsOf } from './exits-of.ts';
import type { FlowNode, StepNode } from './flow.ts';
import type { FlowIndex } from './flow-index.ts';
import type { FlowProblem } from './find-problems.ts';
import type { ManifestIndex } from './manifest-index.ts';
import { outputsOffered } from './outputs-offered.ts';
import { problemsOfWays } from './problems-of-ways.ts';
import {
  CONSTANTS,
  type InputValue,
  type Pill,
  isConditions,
  isEntries,
  isPerWay,
  pillsOf,
} from './template.ts';

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
    ...problemsOfInputs(node, manifest.inputs),
    ...problemsOfWays(node, manifest, flow),
    ...Object.entries(node.inputs).flatMap(([input, value]) =>
      pillsOf(value).flatMap((pill) => {
        const label = `${manifest.inputs[input]?.label ?? input} of “${node.name}”`;
        const fault = faultOfPill(pill, { node, flow, manifests });
        return fault ? [{ severity: 'error' as const, input, ...fault(label) }] : [];
      }),
    ),
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

interface Around {
  readonly node: StepNode;
  readonly flow: FlowIndex;
  readonly manifests: ManifestIndex;
}

function faultOfPill(pill: Pill, { node, flow, manifests }: Around) {
  if (pill.nodeId === CONSTANTS) return undefined;
  const source = flow.nodes.get(pill.nodeId);
  if (!source) {
    return (label: string) => ({
      message: `${label} uses a step that was deleted.`,
      remedy: 'Remove the broken pill or choose another output.',
    });
  }
  if (!flow.upstreamOf(node.id).has(pill.nodeId)) {
    return (label: string) => ({
      message: `${label} uses “${source.name}”, which does not come before it.`,
      remedy: 'Connect the two, or choose another output.',
    });
  }
  if (offers(source, pill.output, manifests)) return undefined;
  return (label: string) => ({
    message: `${label} uses an output that “${source.name}” does not have.`,
    remedy: 'Choose another output.',
  });
}

/** What a step hands on through its `error` exit counts as well. */
function offers(source: FlowNode, output: string, manifests: ManifestIndex): boolean {
  if (source.kind === 'step' && ['code', 'message', 'status'].includes(output)) return true;
  const manifest = manifests.triggers.get(source.type) ?? manifests.steps.get(source.type);
  if (!manifest || Object.hasOwn(manifest.outputs, output)) return true;
  return outputsOffered(source, manifest).some(({ name }) => name === output);
}
