import { renderOnce } from '../http/render-once.ts';
import { customFields, renderCustomField } from '../stock/custom-fields.ts';
import type { CustomFieldValue } from './ticket.ts';

const fieldOf = renderOnce(renderCustomField);

/** The custom fields of a ticket, all of them; one without a value has no `value` and an empty `display`. */
export function renderCustomFields(
  values: readonly CustomFieldValue[],
): readonly Record<string, unknown>[] {
  return customFields.map((field) => {
    const set = values.find((value) => value.id === field.id);
    return { value: set?.value, display: set?.display ?? '', ...fieldOf(field) };
  });
}
