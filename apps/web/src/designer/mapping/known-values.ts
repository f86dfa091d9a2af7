import {
  type Catalogue,
  type FlowDrawing,
  type FlowNode,
  type NodeId,
  type RunDetail,
  type TriggerDetail,
  type TriggerNode,
  type Values,
  isTrigger,
  manifestIndex,
  outputsOf,
  within,
} from '@sluice/schema';
import { offeredBy } from './node-outputs.ts';

/** What is known of a node's outputs, and whether it is real. */
export interface KnownValues {
  /** `pinned`: kept in the draft; `run`: from the run being watched; `signal`: from the trigger's last signal; `sample`: made up. */
  readonly origin: 'pinned' | 'run' | 'signal' | 'sample';
  readonly values: Values;
  /** When the real values came, ISO 8601. */
  readonly at?: string;
}

export type LastSignals = Readonly<Record<NodeId, TriggerDetail['lastSignal']>>;

interface Known {
  readonly flow: FlowDrawing;
  readonly catalogue: Catalogue;
  /** The run that the canvas shows, if any. */
  readonly run: RunDetail | undefined;
  readonly signals: LastSignals;
}

/**
 * Finds the best known value of every output of every node: what is pinned, else what the watched
 * run brought, else what the trigger's last signal brought, else the declared sample. A node's values are all from
 * one place, so that they fit together.
 */
export function knownValues(known: Known): ReadonlyMap<NodeId, KnownValues> {
  return new Map(known.flow.nodes.map((node) => [node.id, ofNode(node.id, known)]));
}

function ofNode(nodeId: NodeId, known: Known): KnownValues {
  const node = known.flow.nodes.find((each) => each.id === nodeId);
  if (node?.pinned) return { origin: 'pinned', values: node.pinned.outputs };
  // What a test of one step was given is only the part that it draws on.
  const isGiven = known.run?.steps[nodeId]?.given === true;
  const real = known.run && !isGiven ? outputsOf(known.run, nodeId) : undefined;
  const signal = known.signals[nodeId];
  const trigger = node && isTrigger(node) ? node : undefined;
  if (known.run && real) {
    const body = known.run.triggerId === nodeId ? signal?.payload : undefined;
    return {
      origin: 'run',
      values: { ...pickedFrom(body, trigger), ...real },
      at: known.run.startedAt,
    };
  }
  if (signal) {
    const values = { ...pickedFrom(signal.payload, trigger), ...signal.outputs };
    return { origin: 'signal', values, at: signal.receivedAt };
  }
  return { origin: 'sample', values: node ? samplesOf(node, known.catalogue) : {} };
}

function samplesOf(node: FlowNode, catalogue: Catalogue): Values {
  const trigger = isTrigger(node) ? node : undefined;
  const samples = manifestIndex(catalogue).triggers.get(node.type)?.samples ?? [];
  return {
    ...Object.fromEntries(offeredBy(node, catalogue).map(({ name, sample }) => [name, sample])),
    ...pickedFrom(samples[0]?.body, trigger),
  };
}

/** The values of the outputs that the builder picked out of the payload. */
function pickedFrom(payload: unknown, trigger: TriggerNode | undefined): Values {
  const picked = trigger?.picked ?? [];
  return Object.fromEntries(picked.map(({ name, path }) => [name, path.reduce(within, payload)]));
}
