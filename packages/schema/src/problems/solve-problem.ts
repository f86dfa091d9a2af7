import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FlowDrawing, FlowNode } from '../flow/flow.ts';
import type { FlowEdit } from '../flow/flow-edit.ts';
import type { FlowProblem } from './flow-problem.ts';
import { manifestIndex } from '../catalogue/manifest-index.ts';
import type { KnownConnection } from './problems-of-connection.ts';
import { deletingLostEdges, joining, predecessorFor, successorFor } from './solve-by-edges.ts';
import { isSolvableInput, withoutFault } from './solve-by-input.ts';

/** A way to put a problem right by one press: one gesture, to be undone like any other. */
export interface Solution {
  readonly solution:
    | 'connect'
    | 'delete-edges'
    | 'choose-connection'
    | 'delete-node'
    | 'enable-node'
    | 'remove-pills'
    | 'remove-lines';
  readonly edits: readonly FlowEdit[];
  /** `from` and `to` of connect; else the `node`, and the `connection` that is chosen. */
  readonly names: Readonly<Record<string, string>>;
}

/** What solving looks at. */
export interface Solving {
  readonly drawing: FlowDrawing;
  readonly catalogue: Catalogue;
  /** All there are; the only one that fits can be chosen. */
  readonly connections: readonly (KnownConnection & { readonly name: string })[];
}

/** The ways to put a problem right that need no decision but whether; the likeliest first. */
export function solutionsOf(problem: FlowProblem, given: Solving): readonly Solution[] {
  const node = given.drawing.nodes.find(({ id }) => id === problem.nodeId);
  if (!node) return [];
  switch (problem.kind) {
    case 'nothing-follows':
      return connecting(node, successorFor(node, given), given);
    case 'nothing-leads':
      return [...connecting(predecessorFor(node, given), node, given), deleting(node)];
    case 'pill-not-before':
      return connecting(sourceOf(problem, given), node, given);
    case 'pill-of-disabled':
    case 'only-past-disabled':
      return enabling(sourceOf(problem, given));
    case 'exit-gone':
      return [
        { solution: 'delete-edges', edits: [deletingLostEdges(node, given)], names: names(node) },
      ];
    case 'no-connection':
    case 'connection-gone':
    case 'connection-foreign':
      return choosingConnection(node, given);
    case 'unknown-type':
      return [deleting(node)];
    default:
      return clearing(problem, node, given);
  }
}

function connecting(
  from: FlowNode | undefined,
  to: FlowNode | undefined,
  given: Solving,
): readonly Solution[] {
  const edit = from && to && joining(from, to, given);
  if (!edit) return [];
  return [{ solution: 'connect', edits: [edit], names: { from: from.name, to: to.name } }];
}

/** The other node that a problem is about, unless several have that name. */
function sourceOf({ about }: FlowProblem, { drawing }: Solving): FlowNode | undefined {
  const named = drawing.nodes.filter(({ name }) => name === about['source']);
  return named.length === 1 ? named[0] : undefined;
}

function enabling(source: FlowNode | undefined): readonly Solution[] {
  if (!source) return [];
  const { disabled: _was, ...node } = source;
  const edits = [{ edit: 'configure-node' as const, node }];
  return [{ solution: 'enable-node', edits, names: names(source) }];
}

function deleting(node: FlowNode): Solution {
  const edits = [{ edit: 'remove-nodes' as const, nodeIds: [node.id] }];
  return { solution: 'delete-node', edits, names: names(node) };
}

/** Only when there is nothing to choose between. */
function choosingConnection(
  node: FlowNode,
  { catalogue, connections }: Solving,
): readonly Solution[] {
  const connector = manifestIndex(catalogue).connectors.get(node.type);
  const fitting = connections.filter(({ type }) => type === connector?.id);
  const [only] = fitting;
  if (!only || fitting.length > 1) return [];
  const edit = { edit: 'configure-node' as const, node: { ...node, connectionId: only.id } };
  const called = { ...names(node), connection: only.name };
  return [{ solution: 'choose-connection', edits: [edit], names: called }];
}

function clearing(
  { kind, input }: FlowProblem,
  node: FlowNode,
  { drawing, catalogue }: Solving,
): readonly Solution[] {
  const value = input === undefined ? undefined : node.inputs?.[input];
  if (input === undefined || value === undefined || !isSolvableInput(kind)) return [];
  const manifests = manifestIndex(catalogue);
  const inputs = { ...node.inputs, [input]: withoutFault(kind, value, { drawing, manifests }) };
  return [
    {
      solution: kind === 'line-nameless' ? 'remove-lines' : 'remove-pills',
      edits: [{ edit: 'configure-node', node: { ...node, inputs } }],
      names: names(node),
    },
  ];
}

function names({ name }: FlowNode) {
  return { node: name };
}
