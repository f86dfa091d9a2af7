import { StepError } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';

/** The ticket fields that a connection may choose for markers, and the input that writes each. */
const fields: Readonly<Record<string, string | undefined>> = {
  third_party_id_string: undefined,
  supplier_reference: 'supplierReference',
  client_reference: 'clientReference',
};

/**
 * The field of a ticket that carries its marker, as chosen on the connection. One field cannot hold
 * both a marker and a value of the user's, so an input for the same field is refused.
 */
export function markerField(connection: Values, inputs: Values): string {
  const chosen = connection['markerField'];
  const field =
    typeof chosen === 'string' && Object.hasOwn(fields, chosen) ? chosen : 'third_party_id_string';
  const input = fields[field];
  if (input !== undefined && (inputs[input] ?? '') !== '') {
    throw new StepError({
      code: 'invalid-input',
      message: 'This field of the ticket holds Sluice’s own mark, so it cannot hold another value.',
      hint: 'Leave the input out, or choose another Marker field on the connection.',
      input,
    });
  }
  return field;
}
