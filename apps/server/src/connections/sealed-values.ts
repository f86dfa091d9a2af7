import type { Values } from '@sluice/schema';
import type { Secrets } from '../secrets/secrets.ts';
import type { ConnectionRow } from '../storage/connections.ts';

/** A connection's values in clear. Throws a `SecretsError` when they have been tampered with. */
export function openSealedValues(
  row: Pick<ConnectionRow, 'id' | 'sealed_values'>,
  secrets: Secrets,
): Values {
  return JSON.parse(secrets.open(row.sealed_values, sealContext(row.id))) as Values;
}

/** A connection's values, encrypted so that they open nowhere but in its own row. */
export function sealValues(id: string, values: Values, secrets: Secrets): string {
  return secrets.seal(JSON.stringify(values), sealContext(id));
}

function sealContext(id: string): string {
  return `connection:${id}`;
}
