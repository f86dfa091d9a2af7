import type { ConnectionDefinition, Connector } from '@sluice/connector-kit';
import { z } from 'zod';
import { HttpProblem } from '../http/http-problem.ts';
import { connectionDefinition } from './connection-definition.ts';

/** Which connection a request is about. */
export const connectionParams = z.object({ id: z.string().max(64) });

/** Any names here; each connector's own fields are read by `mergeValues`. */
export const givenValues = z.record(z.string().max(64), z.unknown());

/** The declaration of a type that a request names. Throws a 400 when there are no such connections. */
export function knownDefinition(
  connectors: readonly Connector[],
  type: string,
): ConnectionDefinition {
  const definition = connectionDefinition(connectors, type);
  if (definition) return definition;
  const message = `There are no connections of the type “${type}”.`;
  throw new HttpProblem(400, message, { extras: { errors: [{ path: 'body.type', message }] } });
}
