import type { ConnectionDefinition, Http } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { openHttp } from './open-http.ts';

/** Authorises with a connection's values and opens it, as the server does for a step. */
export async function openConnection(
  definition: ConnectionDefinition,
  values: Values,
): Promise<Http> {
  return openHttp(await definition.authorize(values, openHttp()));
}
