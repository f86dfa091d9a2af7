import { type Catalogue, errorExit } from '../catalogue/catalogue.ts';
import { exitsOf } from '../flow/exits-of.ts';
import type { FlowDrawing, FlowNode } from '../flow/flow.ts';
import { type FlowEdit, canConnect } from '../flow/flow-edit.ts';
import { manifestIndex } from '../catalogue/manifest-index.ts';

interface Drawn {
  readonly drawing: FlowDrawing;
  readonly catalogue: Catalogue;
}

/** The edit that leads from one node to another by an exit nothing leaves by yet, if there is one. */
export function joining(from: FlowNode, to: FlowNode, given: Drawn): FlowEdit | undefined {
  const exit = freeExit(from, given);
  if (exit === undefined || !canJoin(from, to, given)) return undefined;
  const taken = new Set(given.drawing.edges.map(({ id }) => id));
  let number = given.drawing.edges.length + 1;
  while (taken.has(`e${number}`)) number += 1;
  return { edit: 'connect', edge: { id: `e${number}`, source: from.id, exit, target: to.id } };
}

/** The nearest step at the right of a node that nothing leads to. */
export function successorFor(node: FlowNode, given: Drawn): FlowNode | undefined {
  const led = new Set(given.drawing.edges.map(({ target }) => target));
  return nearest(
    node,
    given.drawing.nodes.filter(
      (each) =>
        each.position.x > node.position.x && !led.has(each.id) && canJoin(node, each, given),
    ),
  );
}

/** The nearest node at the left of a step that can lead on to it. */
export function predecessorFor(node: FlowNode, given: Drawn): FlowNode | undefined {
  return nearest(
    node,
    given.drawing.nodes.filter(
      (each) =>
        each.position.x < node.position.x &&
        freeExit(each, given) !== undefined &&
        canJoin(each, node, given),
    ),
  );
}

/** The edit that deletes the edges which leave a node by exits it does not have. */
export function deletingLostEdges(node: FlowNode, { drawing, catalogue }: Drawn): FlowEdit {
  const manifest = manifestIndex(catalogue).steps.get(node.type);
  const exits = new Set(exitsOf(node, manifest).map(({ id }) => id));
  const lost = drawing.edges.filter(({ source, exit }) => source === node.id && !exits.has(exit));
  return { edit: 'disconnect', edgeIds: lost.map(({ id }) => id) };
}

function freeExit(node: FlowNode, { drawing, catalogue }: Drawn): string | undefined {
  const leaving = drawing.edges.filter(({ source }) => source === node.id);
  const taken = new Set(leaving.map(({ exit }) => exit));
  const exits = exitsOf(node, manifestIndex(catalogue).steps.get(node.type));
  return exits.find(({ id }) => id !== errorExit.id && !taken.has(id))?.id;
}

function canJoin(from: FlowNode, to: FlowNode, { drawing }: Drawn): boolean {
  const edge = { source: from.id, exit: 'next', target: to.id };
  return !from.disabled && !to.disabled && canConnect(drawing, edge) === undefined;
}

function nearest(node: FlowNode, others: readonly FlowNode[]): FlowNode | undefined {
  const distance = ({ position: { x, y } }: FlowNode) =>
    Math.hypot(x - node.position.x, y - node.position.y);
  return [...others].sort((one, other) => distance(one) - distance(other))[0];
}
