import { type FlowDrawing, type FlowNode, type StepNode, isStep } from '../flow/flow.ts';
import type { FlowEdit } from '../flow/flow-edit.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { outputsOffered } from '../pills/outputs-offered.ts';
import { manifestOfNode } from '../pills/pill-fault.ts';
import { replacePillsOf } from '../pills/replace-pills.ts';
import type { SwapNote } from './swap-note.ts';
import { type InputValue, isPerWay } from '../pills/template.ts';

interface Replaced {
  readonly old: FlowNode;
  readonly fresh: FlowNode;
  readonly manifests: ManifestIndex;
}

/**
 * Lets the pills of all steps, and what is given per way in, come from the node that replaced
 * another, and tells which of the pills still work there.
 */
export function repointPills(
  drawing: FlowDrawing,
  { old, fresh, manifests }: Replaced,
  exits: Readonly<Record<string, string>>,
): {
  readonly edits: readonly FlowEdit[];
  readonly kept: readonly SwapNote[];
  readonly lost: readonly SwapNote[];
} {
  const before = outputsOffered(old, manifestOfNode(old, manifests));
  const offered = new Set(
    outputsOffered(fresh, manifestOfNode(fresh, manifests)).map(({ name }) => name),
  );
  const kept: SwapNote[] = [];
  const lost: SwapNote[] = [];
  const edits = drawing.nodes.filter(isStep).flatMap((node): FlowEdit[] => {
    if (node.id === old.id) return [];
    const repointed = replacePillsOf(node, (pill) => {
      if (pill.nodeId !== old.id) return undefined;
      const name = before.find((output) => output.name === pill.output)?.label ?? pill.output;
      const fits = offered.has(pill.output) || isOfFailure(fresh, pill.output);
      (fits ? kept : lost).push({ what: 'pill', name, heldBy: node.name });
      return [{ pill: { ...pill, nodeId: fresh.id } }];
    });
    const rerouted = withWays(repointed, { from: old.id, to: fresh.id, exits });
    return rerouted === node ? [] : [{ edit: 'configure-node', node: rerouted }];
  });
  return { edits, kept, lost };
}

function isOfFailure({ kind }: FlowNode, output: string): boolean {
  return kind === 'step' && ['code', 'message', 'status'].includes(output);
}

interface Rerouting {
  readonly from: string;
  readonly to: string;
  readonly exits: Readonly<Record<string, string>>;
}

function withWays(node: StepNode, rerouting: Rerouting): StepNode {
  const inputs = Object.entries(node.inputs).map(
    ([name, value]) => [name, rerouted(value, rerouting)] as const,
  );
  return inputs.every(([name, value]) => value === node.inputs[name])
    ? node
    : { ...node, inputs: Object.fromEntries(inputs) };
}

function rerouted(value: InputValue, { from, to, exits }: Rerouting): InputValue {
  if (!isPerWay(value)) return value;
  const isOld = ({ source }: { readonly source: string }) => source === from;
  if (!value.perWay.some((line) => line.values.some(isOld))) return value;
  return {
    perWay: value.perWay.map((line) => ({
      ...line,
      values: line.values.map((way) =>
        isOld(way) ? { ...way, source: to, exit: exits[way.exit] ?? way.exit } : way,
      ),
    })),
  };
}
