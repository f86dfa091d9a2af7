import { exitsOf } from '../flow/exits-of.ts';
import { fitsInput } from './fits-input.ts';
import type { FlowDrawing, FlowNode, NodeId, StepNode, TriggerNode } from '../flow/flow.ts';
import type { FlowEdit } from '../flow/flow-edit.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';
import { matchExits } from './match-exits.ts';
import { isBlank } from '../pills/is-blank.ts';
import { manifestOfNode } from '../pills/pill-fault.ts';
import { repointPills } from './repoint-pills.ts';
import type { SwapNote } from './swap-note.ts';
import { swapTriggerSettings } from './swap-trigger-settings.ts';
import type { InputValue } from '../pills/template.ts';

/** How to put one node in the place of another, and what that keeps. */
export interface NodeSwap {
  /** One gesture. */
  readonly edits: readonly FlowEdit[];
  readonly node: FlowNode;
  readonly kept: readonly SwapNote[];
  readonly lost: readonly SwapNote[];
}

interface Swapping {
  readonly old: FlowNode;
  /** A new node of the wanted type, as it would be added. */
  readonly fresh: FlowNode;
  readonly manifests: ManifestIndex;
}

/**
 * Puts a new node in the place of another one of its kind: with its position, its edges, its label
 * if that is the builder's own, the connection if both are of one connector, and every input that
 * fits by name and kind. Pills of other steps come from the new node, and work where it has an
 * output of the same name. Undefined when a trigger would take a step's place or the reverse.
 */
export function swapNode(
  drawing: FlowDrawing,
  nodeId: NodeId,
  { fresh, manifests }: { readonly fresh: FlowNode; readonly manifests: ManifestIndex },
): NodeSwap | undefined {
  const old = drawing.nodes.find((node) => node.id === nodeId);
  if (!old || old.kind !== fresh.kind) return undefined;
  const swapping = { old, fresh, manifests };
  const base = swapBase(swapping);
  const inputs = swapInputs(swapping);
  const settings = swapSettings({ ...swapping, fresh: { ...base.node, inputs: inputs.inputs } });
  const ways = swapWays(drawing, { ...swapping, fresh: settings.node });
  const pills = repointPills(drawing, swapping, ways.exits);
  return {
    edits: [
      ...(ways.cut.length > 0 ? [{ edit: 'disconnect' as const, edgeIds: ways.cut }] : []),
      { edit: 'replace-node', nodeId, node: settings.node, exits: ways.exits },
      ...pills.edits,
    ],
    node: settings.node,
    kept: [...base.kept, ...inputs.kept, ...ways.kept, ...pills.kept],
    lost: [...base.lost, ...inputs.lost, ...settings.lost, ...ways.lost, ...pills.lost],
  };
}

function swapBase({ old, fresh, manifests }: Swapping) {
  const usual = manifestOfNode(old, manifests)?.label;
  const isOwn = usual === undefined || old.name.replace(/ \d+$/, '') !== usual;
  const { connectionId } = old;
  const fits =
    manifests.connectors.get(old.type)?.id === manifests.connectors.get(fresh.type)?.id &&
    connectionOf(fresh, manifests) !== 'none';
  const connection: SwapNote = { what: 'connection', name: '' };
  const hasConnection = connectionId !== undefined;
  const node: FlowNode = {
    ...fresh,
    position: old.position,
    ...(isOwn && { name: old.name }),
    ...(old.disabled && { disabled: true }),
    ...(hasConnection && fits && { connectionId }),
  };
  return {
    node,
    kept: [
      ...(isOwn ? [{ what: 'label' as const, name: old.name }] : []),
      ...(hasConnection && fits ? [connection] : []),
    ],
    lost: hasConnection && !fits ? [connection] : [],
  };
}

function connectionOf({ kind, type }: FlowNode, { triggers, steps }: ManifestIndex) {
  return (kind === 'trigger' ? triggers : steps).get(type)?.connection ?? 'none';
}

function swapInputs({ old, fresh, manifests }: Swapping) {
  const before = manifestOfNode(old, manifests)?.inputs ?? {};
  const after = manifestOfNode(fresh, manifests)?.inputs ?? {};
  const taken: Record<string, InputValue> = {};
  const kept: SwapNote[] = [];
  const lost: SwapNote[] = [];
  for (const [name, value] of Object.entries(old.inputs ?? {})) {
    const from = Object.hasOwn(before, name) ? before[name] : undefined;
    const to = Object.hasOwn(after, name) ? after[name] : undefined;
    const note: SwapNote = { what: 'input', name: from?.label ?? name };
    if (to && fitsInput(value, { from, to })) {
      taken[name] = value;
      kept.push(note);
    } else if (!isBlank(value)) {
      lost.push(note);
    }
  }
  return { inputs: { ...fresh.inputs, ...taken }, kept, lost };
}

/** How a step tries again, or how a trigger treats its signals. */
function swapSettings({ old, fresh, manifests }: Swapping): {
  readonly node: FlowNode;
  readonly lost: readonly SwapNote[];
} {
  if (old.kind === 'step' && fresh.kind === 'step') {
    const { retry, timeoutSeconds } = old;
    const node: StepNode = {
      ...fresh,
      ...(retry && { retry }),
      ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    };
    return { node, lost: [] };
  }
  return swapTriggerSettings(old as TriggerNode, fresh as TriggerNode, manifests);
}

function swapWays(drawing: FlowDrawing, { old, fresh, manifests }: Swapping) {
  const leaving = drawing.edges.filter((edge) => edge.source === old.id);
  const before = exitsOf(old, manifests.steps.get(old.type));
  const after = exitsOf(fresh, manifests.steps.get(fresh.type));
  const matches = matchExits(leaving, before, after);
  const used = [...new Set(leaving.map((edge) => edge.exit))];
  const labelOf = (id: string) => before.find((exit) => exit.id === id)?.label ?? id;
  const notes = used.map((id): SwapNote => {
    const match = matches.get(id);
    const became = after.find((exit) => exit.id === match)?.label;
    const isOther = match !== undefined && match !== id && became !== undefined;
    return { what: 'way', name: labelOf(id), ...(isOther && { became }) };
  });
  return {
    exits: Object.fromEntries(matches),
    cut: leaving.filter((edge) => !matches.has(edge.exit)).map((edge) => edge.id),
    kept: notes.filter((note) => note.became !== undefined),
    lost: notes.filter((_note, index) => !matches.has(used[index] ?? '')),
  };
}
