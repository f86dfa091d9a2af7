import type { FlowDrawing, FlowNode, FlowNote } from '@sluice/schema';
import { say } from '../../words/say.ts';
import { shortText } from '../canvas/short-text.ts';
import { canonical } from '../state/canonical.ts';

/** What differs between two drawings, as names of nodes and beginnings of notes. */
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
  const was = new Map(drawn(before).map((each) => [each.id, each]));
  const is = new Map(drawn(after).map((each) => [each.id, each]));
  return {
    added: drawn(after)
      .filter(({ id }) => !was.has(id))
      .map(nameOf),
    removed: drawn(before)
      .filter(({ id }) => !is.has(id))
      .map(nameOf),
    changed: drawn(after)
      .filter((each) => differs(was.get(each.id), each))
      .map(nameOf),
    rewired: wiring(before) !== wiring(after),
  };
}

/** Whether two drawings say the same. */
export function isSame({ added, removed, changed, rewired }: DrawingDifference): boolean {
  return added.length + removed.length + changed.length === 0 && !rewired;
}

type Drawn = FlowNode | FlowNote;

function drawn({ nodes, notes = [] }: FlowDrawing): readonly Drawn[] {
  return [...nodes, ...notes];
}

function nameOf(each: Drawn): string {
  return 'kind' in each ? each.name : say('designer.versions.note', { text: shortText(each.text) });
}

function differs(before: Drawn | undefined, after: Drawn): boolean {
  if (!before || before === after) return false;
  return seen(before) !== seen(after);
}

/** What counts of a node: not where it stands, nor what is pinned to it, which no run follows. */
function seen(each: Drawn): string {
  return canonical({ ...each, position: 0, pinned: undefined });
}

function wiring({ edges }: FlowDrawing): string {
  return edges
    .map(({ source, exit, target }) => `${source} ${exit} ${target}`)
    .toSorted()
    .join('\n');
}
