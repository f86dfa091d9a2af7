import {
  type Catalogue,
  DAY_SECONDS,
  DEFAULT_RUN_TIMEOUT_SECONDS,
  type FieldManifest,
  type FlowDrawing,
  type FlowEdge,
  type FlowNode,
  type ManifestIndex,
  type NodeId,
  type RetrySettings,
  type StepNode,
  type Values,
  defaultRetry,
  exitWhenDisabled,
  indexFlow,
  isStep,
  isTrigger,
  manifestIndex,
} from '@sluice/schema';

/**
 * A drawing made ready to be run, worked out once for each version: who leads where, which inputs
 * each node takes, what may be repeated. Immutable, and shared by all runs of the version.
 */
export interface FlowPlan {
  readonly nodes: ReadonlyMap<NodeId, PlannedNode>;
  /** Seconds a run of this trigger may take. */
  timeoutSecondsOf(triggerId: NodeId): number;
  /** How many runs of this trigger's flow may be under way at once; undefined: no limit of its own. */
  runsAtOnceOf(triggerId: NodeId): number | undefined;
}

export interface PlannedNode {
  readonly node: FlowNode;
  readonly fields: Readonly<Record<string, FieldManifest>>;
  readonly retry: RetrySettings;
  /** What to do when an attempt with these inputs was cut short and may have done its work. */
  readonly afterInterruption: (inputs: Values) => AfterInterruption;
  readonly waysIn: readonly PlannedEdge[];
  readonly waysOut: readonly FlowEdge[];
}

/** An edge that is travelled, which may be several drawn ones with disabled steps between them. */
export interface PlannedEdge extends FlowEdge {
  /** Where the last of them begins. */
  readonly drawn?: Pick<FlowEdge, 'source' | 'exit'>;
}

/** Ask whether it happened, just do it again, or do it again and mark it. */
export type AfterInterruption = 'reconcile' | 'repeat' | 'mark';

export interface PlanNeeds {
  readonly catalogue: Catalogue;
  /** What a node type's declaration allows. */
  readonly afterInterruption: (type: string, inputs: Values) => AfterInterruption;
}

/** Plans a drawing. */
export function planFlow(
  drawing: FlowDrawing,
  { catalogue, afterInterruption }: PlanNeeds,
): FlowPlan {
  const { steps } = manifestIndex(catalogue);
  const reachable = onlyReachable(passOverDisabled(drawing, steps));
  const { into, outOf } = indexFlow(reachable);
  const triggers = new Map(
    reachable.nodes.filter(isTrigger).map((node) => [node.id, node.settings]),
  );
  return {
    timeoutSecondsOf: (id) => triggers.get(id)?.runTimeoutSeconds ?? DEFAULT_RUN_TIMEOUT_SECONDS,
    runsAtOnceOf: (id) => triggers.get(id)?.runsAtOnce,
    nodes: new Map(
      reachable.nodes.map((node) => [
        node.id,
        {
          node,
          fields: steps.get(node.type)?.inputs ?? {},
          retry: (isStep(node) && node.retry) || defaultRetry,
          afterInterruption: (inputs) =>
            isStep(node) ? afterInterruption(node.type, inputs) : 'repeat',
          waysIn: into.get(node.id) ?? [],
          waysOut: outOf.get(node.id) ?? [],
        },
      ]),
    ),
  };
}

/**
 * Plans a test of one step, which may be disabled or stand alone. It is tried once, and never again by
 * itself. Undefined when the drawing does not have the step.
 */
export function planStep(
  drawing: FlowDrawing,
  nodeId: NodeId,
  { catalogue, afterInterruption }: PlanNeeds,
): FlowPlan | undefined {
  const drawn = drawing.nodes.find(({ id }) => id === nodeId);
  if (!drawn || !isStep(drawn)) return undefined;
  const node: StepNode = { ...drawn, retry: { ...defaultRetry, attempts: 1 } };
  const planned: PlannedNode = {
    node,
    fields: manifestIndex(catalogue).steps.get(node.type)?.inputs ?? {},
    retry: node.retry ?? defaultRetry,
    afterInterruption: (inputs) => afterInterruption(node.type, inputs),
    waysIn: indexFlow(drawing).into.get(nodeId) ?? [],
    waysOut: [],
  };
  return {
    timeoutSecondsOf: () => DAY_SECONDS,
    runsAtOnceOf: () => undefined,
    nodes: new Map([[nodeId, planned]]),
  };
}

/** Joins what leads into a disabled step to what follows its first exit, and takes the step away. */
function passOverDisabled(drawing: FlowDrawing, steps: ManifestIndex['steps']): FlowDrawing {
  let edges: readonly PlannedEdge[] = drawing.edges;
  for (const { id, type } of drawing.nodes.filter((node) => isStep(node) && node.disabled)) {
    const exit = exitWhenDisabled(steps.get(type)).id;
    const before = edges.filter((edge) => edge.target === id);
    const after = edges.filter((edge) => edge.source === id && edge.exit === exit);
    edges = edges
      .filter((edge) => edge.source !== id && edge.target !== id)
      .concat(
        before.flatMap((way) =>
          after.map(({ target, source, exit, drawn }) => ({
            ...way,
            id: `${way.id}>${target}`,
            target,
            drawn: drawn ?? { source, exit },
          })),
        ),
      );
  }
  return {
    nodes: drawing.nodes.filter((node) => node.kind === 'trigger' || !node.disabled),
    edges,
  };
}

/** A step that nothing leads to is a leftover on the canvas; neither it nor its edges count. */
function onlyReachable({ nodes, edges }: FlowDrawing): FlowDrawing {
  const { outOf } = indexFlow({ nodes, edges });
  const reached = new Set(nodes.filter((node) => node.kind === 'trigger').map((node) => node.id));
  for (const id of reached) for (const edge of outOf.get(id) ?? []) reached.add(edge.target);
  return {
    nodes: nodes.filter((node) => reached.has(node.id)),
    edges: edges.filter((edge) => reached.has(edge.source)),
  };
}
