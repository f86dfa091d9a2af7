import type { FlowNode } from '../flow/flow.ts';
import { type Found, problemOf } from './flow-problem.ts';
import type { ManifestIndex } from '../catalogue/manifest-index.ts';

/** A connection, as far as it matters whether a node may use it. */
export interface KnownConnection {
  readonly id: string;
  /** The connector that it is for. */
  readonly type: string;
}

/** What is wrong with the connection that a node names: it is gone, or belongs to another product. */
export function problemsOfConnection(
  { name, type, connectionId }: FlowNode,
  { connectors }: ManifestIndex,
  known: ReadonlyMap<string, string>,
): readonly Found[] {
  if (connectionId === undefined) return [];
  const found = known.get(connectionId);
  if (found === undefined) return [problemOf('connection-gone', { node: name })];
  const connector = connectors.get(type);
  if (!connector?.connection || connector.id === found) return [];
  return [problemOf('connection-foreign', { node: name })];
}
