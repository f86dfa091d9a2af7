import {
  type FlowDrawing,
  type GivenOutputs,
  type NodeId,
  type Run,
  type StepNode,
  type Values,
  outputsOf,
  pillsOf,
} from '@sluice/schema';

export type GivenByNode = Readonly<Record<NodeId, GivenOutputs>>;

interface Sources {
  /** A run whose outputs are taken. */
  readonly run: Run | undefined;
  /** Outputs that stand over those of the run. */
  readonly typed: GivenByNode;
}

/**
 * What a test of one step is handed: of every node it draws on, the outputs that its pills name; and
 * the nodes right before it, so that it knows by which way it was come to.
 */
export function givenValues(drawing: FlowDrawing, step: StepNode, sources: Sources): GivenByNode {
  const names = outputsDrawnOn(step);
  const before = new Set(
    drawing.edges.filter((edge) => edge.target === step.id).map((edge) => edge.source),
  );
  const nodes = drawing.nodes.filter(
    ({ id }) => id !== step.id && (names.has(id) || before.has(id)),
  );
  return Object.fromEntries(
    nodes.map(({ id }) => {
      const { outputs = {}, exits } = { ...known(id, sources.run), ...sources.typed[id] };
      const all: Values = { ...known(id, sources.run)?.outputs, ...outputs };
      const leading = drawing.edges.filter((edge) => edge.source === id).map((edge) => edge.exit);
      return [id, { outputs: only(all, names.get(id)), exits: exits ?? [...new Set(leading)] }];
    }),
  );
}

function known(nodeId: NodeId, run: Run | undefined): GivenOutputs | undefined {
  const outputs = run && outputsOf(run, nodeId);
  const exits = run?.steps[nodeId]?.exits;
  return outputs && { outputs, ...(exits && { exits }) };
}

function outputsDrawnOn(step: StepNode): ReadonlyMap<NodeId, ReadonlySet<string>> {
  const names = new Map<NodeId, Set<string>>();
  for (const { nodeId, output } of Object.values(step.inputs).flatMap(pillsOf)) {
    names.set(nodeId, (names.get(nodeId) ?? new Set()).add(output));
  }
  return names;
}

function only(values: Values, names: ReadonlySet<string> = new Set()): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
}
