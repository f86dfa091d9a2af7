import type { Flow, FlowNode, FlowNote, NodeId } from '@sluice/schema';
import { listText } from '../../words/format.ts';
import { say } from '../../words/say.ts';
import { shortText } from './short-text.ts';

/** What is said of a node beside its own name. */
export interface NodeFacts {
  readonly problems: number;
  /** The names of the nodes that follow it. */
  readonly followers: string;
}

/** Looks up the facts of a flow's nodes, which are gathered once for all of them. */
export function factsOf(
  flow: Flow,
  problems: ReadonlyMap<NodeId, readonly unknown[]>,
): (nodeId: NodeId) => NodeFacts {
  const names = new Map(flow.nodes.map((node) => [node.id, node.name]));
  const followers = new Map<NodeId, Set<string>>();
  for (const { source, target } of flow.edges) {
    const name = names.get(target);
    if (name === undefined) continue;
    const known = followers.get(source);
    if (known) known.add(name);
    else followers.set(source, new Set([name]));
  }
  return (nodeId) => ({
    problems: problems.get(nodeId)?.length ?? 0,
    followers: listText([...(followers.get(nodeId) ?? [])]),
  });
}

/** A node's name for screen readers: `Create Ticket, step, 2 problems, connected to Update Ticket`. */
export function spokenNode(node: FlowNode, { problems, followers }: NodeFacts): string {
  return [
    node.name,
    node.kind === 'trigger' ? say('designer.spoken.trigger') : say('designer.spoken.step'),
    node.disabled && say('designer.spoken.disabled'),
    problems > 0 && say('designer.spoken.problems', { count: problems }),
    followers !== '' && say('designer.spoken.connected-to', { names: followers }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A note's name for screen readers: that it is one, and how it begins. */
export function spokenNote({ text }: FlowNote): string {
  return text.trim() === ''
    ? say('designer.note.empty')
    : say('designer.note.named', { text: shortText(text) });
}

/** An edge's name for screen readers. */
export function spokenEdge(source: string, target: string): string {
  return say('designer.spoken.edge', { source, target });
}
