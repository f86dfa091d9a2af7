import {
  type EdgeChange,
  type FlowComparison,
  type NodeChange,
  type NodeId,
  type NoteChange,
  exitsOf,
} from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { ChangeMark } from '../canvas/change-mark.ts';
import { shortText } from '../canvas/short-text.ts';
import { type FieldSurroundings, type FieldWords, fieldWords } from './field-words.ts';

/** One change as the list beside the canvas shows it. */
export interface ChangeItem {
  readonly id: string;
  readonly mark: ChangeMark;
  readonly title: string;
  /** The node's type, for its tile. */
  readonly type?: string;
  readonly fields: readonly FieldWords[];
  /** Whether a node that changed also stands elsewhere. */
  readonly alsoMoved: boolean;
  /** What to look at on the canvas. */
  readonly nodeIds: readonly NodeId[];
}

/** A comparison as a list of changes in words: nodes, edges, then notes. */
export function changeItems(
  { nodes, edges, notes }: FlowComparison,
  given: FieldSurroundings,
): readonly ChangeItem[] {
  return [
    ...nodes.map((change) => ofNode(change, given)),
    ...edges.map((change) => ofEdge(change, given)),
    ...notes.map(ofNote),
  ];
}

/** The change of a flow's name, when both are known and differ. */
export function renamed(before: string | undefined, after: string | undefined): ChangeItem[] {
  if (before === undefined || after === undefined || before === after) return [];
  const title = say('designer.versions.changes.name-of-flow');
  const field = { field: 'flow', label: title, before: line(before), after: line(after) };
  return [{ id: 'flow', mark: 'changed', title, fields: [field], alsoMoved: false, nodeIds: [] }];
}

function line(text: string) {
  return [[{ text, pill: false }]];
}

function ofNode(change: NodeChange, given: FieldSurroundings): ChangeItem {
  const { node } = change;
  const compared = 'fields' in change;
  return {
    id: `node ${node.id}`,
    mark: change.change,
    title: node.name,
    type: node.type,
    fields: compared ? change.fields.map((each) => fieldWords(each, node, given)) : [],
    alsoMoved: compared && change.moved && change.change === 'changed',
    nodeIds: [node.id],
  };
}

function ofEdge({ change, edge }: EdgeChange, { before, after }: FieldSurroundings): ChangeItem {
  const { nodes, manifests } = change === 'added' ? after : before;
  const source = nodes.get(edge.source);
  const from = source?.name ?? edge.source;
  const to = nodes.get(edge.target)?.name ?? edge.target;
  const exits = source ? exitsOf(source, manifests.steps.get(source.type)) : [];
  const exit = exits.find(({ id }) => id === edge.exit)?.label ?? edge.exit;
  return {
    id: `edge ${change} ${edge.id}`,
    mark: change,
    title:
      edge.exit === 'next'
        ? say('designer.versions.changes.edge', { from, to })
        : say('designer.versions.changes.edge-by', { from, exit, to }),
    fields: [],
    alsoMoved: false,
    nodeIds: [edge.source, edge.target],
  };
}

function ofNote({ change, note, before }: NoteChange): ChangeItem {
  const said =
    change === 'changed' && before && before.text !== note.text
      ? [
          {
            field: 'text',
            label: say('designer.versions.changes.field.text'),
            before: line(before.text),
            after: line(note.text),
          },
        ]
      : [];
  return {
    id: `note ${note.id}`,
    mark: change,
    title: say('designer.versions.changes.note', { text: shortText(note.text) }),
    fields: said,
    alsoMoved: false,
    nodeIds: [note.id],
  };
}
