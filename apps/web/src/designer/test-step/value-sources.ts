import {
  type Catalogue,
  type FlowDrawing,
  type NodeId,
  type RunDetail,
  type RunSummary,
  type StepNode,
  type Values,
  outputsOf,
} from '@sluice/schema';
import { timeText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import type { KnownValues } from '../mapping/known-values.ts';
import { knownValues } from '../mapping/known-values.ts';
import { drawnOn, keyOf, typedValue } from './drawn-on.ts';

/** Where the values of a test are from: `pinned`, `samples`, or a run's id. */
export type SourceId = string;

interface SourceChoice {
  readonly value: SourceId;
  readonly label: string;
  readonly hint?: string;
}

interface Offered {
  readonly step: StepNode;
  readonly flow: FlowDrawing;
  /** The newest runs of the flow. */
  readonly runs: readonly RunSummary[];
  readonly watched: RunDetail | undefined;
}

/** The runs that can be chosen from; older ones are chosen by watching them. */
const MOST_RUNS = 10;

/** What can be chosen, the one to begin with first: what is pinned, the watched run, the last ones, samples. */
export function sourceChoices({ step, flow, runs, watched }: Offered): readonly SourceChoice[] {
  const on = new Set(drawnOn(step).map(({ nodeId }) => nodeId));
  const isPinned = flow.nodes.some(({ id, pinned }) => pinned && on.has(id));
  const whole = runs.filter(({ only, id }) => only === undefined && id !== watched?.id);
  const told = ({ id, title, startedAt }: Pick<RunSummary, 'id' | 'title' | 'startedAt'>) => ({
    value: id,
    hint: timeText(startedAt),
    title,
  });
  return [
    ...(isPinned
      ? [
          {
            value: 'pinned',
            label: say('designer.test-step.from-pinned'),
            hint: say('designer.test-step.from-pinned-hint'),
          },
        ]
      : []),
    ...(watched && watched.only === undefined
      ? [told(watched)].map(({ title, ...run }) => ({
          ...run,
          label: say('designer.test-step.from-watched', { title }),
        }))
      : []),
    ...whole
      .slice(0, MOST_RUNS)
      .map(told)
      .map(({ title, ...run }, index) => ({
        ...run,
        label: say(index === 0 ? 'designer.test-step.from-last' : 'designer.test-step.from-run', {
          title,
        }),
      })),
    {
      value: 'samples',
      label: say('designer.test-step.from-samples'),
      hint: say('designer.test-step.from-samples-hint'),
    },
  ];
}

interface Sources {
  readonly source: SourceId;
  readonly flow: FlowDrawing;
  readonly catalogue: Catalogue;
  /** The run that the source names, once it is there. */
  readonly run: RunDetail | undefined;
  /** What is shown while mapping. */
  readonly known: ReadonlyMap<NodeId, KnownValues>;
}

/** What a node brings, by the chosen source; undefined when it brings nothing. */
export function outputsFrom(
  nodeId: NodeId,
  { source, flow, catalogue, run, known }: Sources,
): Values | undefined {
  if (source === 'pinned') return known.get(nodeId)?.values;
  if (source !== 'samples') return run && outputsOf(run, nodeId);
  const nodes = flow.nodes.filter((node) => node.id === nodeId);
  const bare = { nodes: nodes.map(({ pinned: _pinned, ...node }) => node), edges: [] };
  return knownValues({ flow: bare, catalogue, run: undefined, signals: {} }).get(nodeId)?.values;
}

/** What is sent with a test: the run, if one was chosen, and all values that it does not have. */
export function givenFor(
  step: StepNode,
  { source, typed, outputsOfNode, flow }: GivenNeeds,
): {
  readonly runId?: string;
  readonly given: Record<NodeId, { outputs: Values; exits?: readonly string[] }>;
} {
  const isRun = source !== 'pinned' && source !== 'samples';
  const given: Record<NodeId, { outputs: Record<string, unknown>; exits?: readonly string[] }> = {};
  for (const on of drawnOn(step)) {
    const { nodeId, output } = on;
    const text = typed[keyOf(on)];
    const before = outputsOfNode(nodeId)?.[output];
    if (isRun && text === undefined) continue;
    const value = text === undefined ? before : typedValue(text, before);
    const exits = flow.nodes.find(({ id }) => id === nodeId)?.pinned?.exits;
    given[nodeId] ??= { outputs: {}, ...(source === 'pinned' && exits && { exits }) };
    if (value !== undefined) given[nodeId].outputs[output] = value;
  }
  return { given, ...(isRun && { runId: source }) };
}

interface GivenNeeds {
  readonly source: SourceId;
  /** What was typed over values, by output. */
  readonly typed: Readonly<Record<string, string>>;
  readonly outputsOfNode: (nodeId: NodeId) => Values | undefined;
  readonly flow: FlowDrawing;
}
