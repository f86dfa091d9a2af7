import { type Flow, type FlowDrawing, type NodeId, pillsOf } from '@sluice/schema';
import { excerpt } from './copy-nodes.ts';

/** A node that pills of what was copied draw on, but which was not copied along. */
export interface OutsideNode {
  readonly id: NodeId;
  readonly name: string;
  readonly type: string;
}

/** Nodes and notes as they travel by the clipboard. */
export interface CopiedPart extends FlowDrawing {
  readonly outside: readonly OutsideNode[];
}

/** Some nodes and notes of a flow as readable text, with the names of what they draw on outside. */
export function partAsText(flow: Flow, ids: readonly NodeId[]): string {
  const part = excerpt(flow, ids);
  const copied = new Set(part.nodes.map(({ id }) => id));
  const sources = new Set(
    part.nodes
      .flatMap((node) => Object.values(node.inputs ?? {}))
      .flatMap((value) => pillsOf(value).map(({ nodeId }) => nodeId)),
  );
  const outside = flow.nodes
    .filter(({ id }) => sources.has(id) && !copied.has(id))
    .map(({ id, name, type }) => ({ id, name, type }));
  return JSON.stringify(
    { sluice: 'nodes', ...part, ...(outside.length > 0 && { outside }) },
    null,
    2,
  );
}
