import type { Flow, FlowNode, FlowNote } from '@sluice/schema';
import { say } from '../../words/say.ts';
import { shortText } from '../canvas/short-text.ts';

/**
 * What was done between two states of a flow, in a few words such as “move 3 nodes”. Told from what
 * differs, so that every gesture has words, whatever made it.
 */
export function describeChange(before: Flow, after: Flow): string {
  const was = new Map(drawn(before).map((each) => [each.id, each]));
  const is = new Map(drawn(after).map((each) => [each.id, each]));
  const added = drawn(after).filter(({ id }) => !was.has(id));
  const removed = drawn(before).filter(({ id }) => !is.has(id));
  const kept = drawn(after).flatMap((each): [Drawn, Drawn][] => {
    const earlier = was.get(each.id);
    return earlier && earlier !== each ? [[earlier, each]] : [];
  });
  const changed = kept.filter(([one, other]) => !samePlaceOnly(one, other));
  const moved = kept.filter(([one, other]) => one.position !== other.position);
  if (added.length === 1 && removed.length === 1) return named('designer.change.replace', removed);
  if (added.length > 0 && removed.length > 0) return say('designer.change.redraw');
  if (added.length > 0) return named('designer.change.add', added);
  if (removed.length > 0) return named('designer.change.delete', removed);
  if (changed.length > 0) return describeChanged(changed);
  return describeEdges(before, after) ?? describeRest(before, after, moved);
}

type Drawn = FlowNode | FlowNote;
type NamedKey =
  `designer.change.${'add' | 'delete' | 'replace' | 'change' | 'disable' | 'enable' | 'move'}`;

function drawn({ nodes, notes = [] }: Flow): readonly Drawn[] {
  return [...nodes, ...notes];
}

function describeChanged(changed: readonly (readonly [Drawn, Drawn])[]): string {
  const switched = changed.filter(([one, other]) => isDisabled(one) !== isDisabled(other));
  const all = changed.map(([, each]) => each);
  if (switched.length < changed.length) return named('designer.change.change', all);
  return named(isDisabled(all[0]) ? 'designer.change.disable' : 'designer.change.enable', all);
}

function describeEdges(before: Flow, after: Flow): string | undefined {
  const was = new Set(before.edges.map(({ id }) => id));
  const is = new Set(after.edges.map(({ id }) => id));
  const made = after.edges.filter(({ id }) => !was.has(id));
  const cut = before.edges.filter(({ id }) => !is.has(id));
  if (made.length > 0 && cut.length > 0) return say('designer.change.reconnect');
  const [edge] = [...made, ...cut];
  if (!edge) return undefined;
  const names = new Map(after.nodes.map((node) => [node.id, node.name]));
  const key = made.length > 0 ? 'designer.change.connect' : 'designer.change.disconnect';
  const source = names.get(edge.source) ?? '';
  const target = names.get(edge.target) ?? '';
  return say(key, { count: made.length + cut.length, source, target });
}

function describeRest(before: Flow, after: Flow, moved: readonly (readonly [Drawn, Drawn])[]) {
  const all = moved.map(([, each]) => each);
  if (all.length > 0) return named('designer.change.move', all);
  return before.name === after.name ? say('designer.change.redraw') : say('designer.change.rename');
}

/** Says a message about one thing by its name, or about several by their number. */
function named(key: NamedKey, all: readonly Drawn[]): string {
  const [first] = all;
  return say(key, { count: all.length, name: first ? nameOf(first) : '' });
}

function nameOf(each: Drawn): string {
  if ('kind' in each) return each.name;
  return say('designer.note.named', { text: shortText(each.text) });
}

function isDisabled(each: Drawn | undefined): boolean {
  return each !== undefined && 'kind' in each && each.disabled === true;
}

function samePlaceOnly(one: Drawn, other: Drawn): boolean {
  return JSON.stringify({ ...one, position: 0 }) === JSON.stringify({ ...other, position: 0 });
}
