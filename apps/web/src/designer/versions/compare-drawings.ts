import type { FlowDrawing, FlowNode } from '@sluice/schema';
import { canonical } from '../state/canonical.ts';

/** What differs between two drawings, as names of nodes. */
export interface DrawingDifference {
  /** Only in the second. */
  readonly added: readonly string[];
  /** Only in the first. */
  readonly removed: readonly string[];
  /** In both, set up differently. Where a node stands does not count. */
  readonly changed: readonly string[];
  /** Whether edges differ although no node was added or removed. */
  readonly rewired: boolean;
}

/** Compares a drawing with a later one, node by node. */
export function compareDrawings(before: FlowDrawing, after: FlowDrawing): DrawingDifference {
  const was = new Map(before.nodes.map((node) => [node.id, node]));
  const is = new Map(after.nodes.map((node) => [node.id, node]));
  return {
    added: after.nodes.filter((node) => !was.has(node.id)).map(nameOf),
    removed: before.nodes.filter((node) => !is.has(node.id)).map(nameOf),
    changed: after.nodes.filter((node) => differs(was.get(node.id), node)).map(nameOf),
    rewired: wiring(before) !== wiring(after),
  };
}

/** Whether two drawings say the same. */
export function isSame({ added, removed, changed, rewired }: DrawingDifference): boolean {
  return added.length + removed.length + changed.length === 0 && !rewired;
}

function nameOf(node: FlowNode): string {
  return node.name;
}

function differs(before: FlowNode | undefined, after: FlowNode): boolean {
  if (!before || before === after) return false;
  return canonical({ ...before, position: 0 }) !== canonical({ ...after, position: 0 });
}

function wiring({ edges }: FlowDrawing): string {
  return edges
    .map(({ source, exit, target }) => `${source} ${exit} ${target}`)
    .toSorted()
    .join('\n');
}
