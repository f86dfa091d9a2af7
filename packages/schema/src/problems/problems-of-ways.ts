import type { StepManifest } from '../catalogue/catalogue.ts';
import { exitsOf } from '../flow/exits-of.ts';
import type { FlowEdge, StepNode } from '../flow/flow.ts';
import type { FlowIndex } from '../flow/flow-index.ts';
import { type Found, problemOf } from './flow-problem.ts';
import { type PerWayLine, isPerWay } from '../pills/template.ts';

/** Ways into a step that gives values per way. */
export const MOST_WAYS = 10;

/** What is wrong with values that are given per way in: ways too many, or ways without a value. */
export function problemsOfWays(
  node: StepNode,
  manifest: StepManifest,
  flow: FlowIndex,
): readonly Found[] {
  const ways = flow.into.get(node.id) ?? [];
  return Object.entries(manifest.inputs).flatMap(([input, field]) => {
    if (field.control !== 'per-way') return [];
    const value = node.inputs[input];
    const lines = value && isPerWay(value) ? value.perWay : [];
    const missing = lines.flatMap((line) =>
      ways
        .filter((way) => !hasValue(line, way))
        .map((way) => lacking(way, { node, input, line, flow })),
    );
    return ways.length > MOST_WAYS ? [tooMany(node, input, ways.length), ...missing] : missing;
  });
}

function hasValue({ values }: PerWayLine, { source, exit }: FlowEdge): boolean {
  const given = values.find((each) => each.source === source && each.exit === exit);
  return given?.value.some((part) => 'pill' in part || part.text.trim() !== '') ?? false;
}

function tooMany(node: StepNode, input: string, count: number): Found {
  const about = { node: node.name, count: String(count), most: String(MOST_WAYS) };
  return problemOf('ways-too-many', about, { input });
}

interface Lacking {
  readonly node: StepNode;
  readonly input: string;
  readonly line: PerWayLine;
  readonly flow: FlowIndex;
}

function lacking({ source, exit }: FlowEdge, { node, input, line, flow }: Lacking): Found {
  const name = line.name.map((part) => ('text' in part ? part.text : '')).join('');
  const from = flow.nodes.get(source);
  const label = from && exitsOf(from, undefined).find(({ id }) => id === exit)?.label;
  const way = label && label !== 'Next' ? `${from.name} › ${label}` : (from?.name ?? source);
  return problemOf('way-without-value', { line: name, node: node.name, way }, { input });
}
