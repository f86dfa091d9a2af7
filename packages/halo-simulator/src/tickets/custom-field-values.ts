import { refuse } from '../http/refusals.ts';
import { type CustomField, customFields } from '../stock/custom-fields.ts';
import type { CustomFieldValue } from './ticket.ts';

/**
 * Sets custom fields, named by `id` or by a `name` that starts with CF; those not sent keep their
 * value, and names that do not exist are ignored. A choice takes the number of its option.
 */
export function customFieldValues(
  current: readonly CustomFieldValue[],
  sent: readonly Readonly<Record<string, unknown>>[],
): readonly CustomFieldValue[] {
  const values = new Map(current.map((value) => [value.id, value]));
  for (const { id, name, value } of sent) {
    const field = customFields.find(
      (candidate) => candidate.id === Number(id) || candidate.name === name,
    );
    if (field === undefined) continue;
    if (value === undefined || value === null || value === '') values.delete(field.id);
    else values.set(field.id, read(field, value));
  }
  return [...values.values()];
}

function read(field: CustomField, value: unknown): CustomFieldValue {
  const text = String(value);
  if (field.type === 0) return { id: field.id, value: text, display: text };
  if (field.type === 4) {
    if (Number.isNaN(Date.parse(text))) throw refuse(`${field.label} is not a valid date`);
    return { id: field.id, value: text, display: new Date(text).toLocaleDateString('en-GB') };
  }
  const option = field.options.find((candidate) => candidate.id === Number(text));
  if (option === undefined) throw refuse(`${field.label} has no option ${text}`);
  return { id: field.id, value: option.id, display: option.name };
}
