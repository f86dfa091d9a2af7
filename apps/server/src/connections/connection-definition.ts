import type { ConnectionDefinition, Connector } from '@sluice/connector-kit';

/** How connections of a type (a connector's id) are made; undefined when there are none. */
export function connectionDefinition(
  connectors: readonly Connector[],
  type: string,
): ConnectionDefinition | undefined {
  return connectors.find((connector) => connector.id === type)?.connection;
}
