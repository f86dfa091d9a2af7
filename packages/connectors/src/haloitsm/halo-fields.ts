import { StepError } from '@sluice/connector-kit';
import { asText } from '@sluice/schema';
import { labelOf } from './read-halo-error.ts';
import { isRecord, readFlag, readId } from './read-halo-value.ts';

/** How one of our inputs is written in a record of Halo's. */
export interface HaloField {
  readonly field: string;
  readonly kind: 'text' | 'id' | 'decimal' | 'flag' | 'moment' | 'custom-fields' | 'id-list';
  /** What Halo takes for "set to empty". Text has `''`; without one the input cannot be emptied. */
  readonly empty?: unknown;
}

export type HaloFields = Readonly<Record<string, HaloField>>;

/** How Halo writes a date that is not set. */
export const NO_DATE = '1900-01-01T00:00:00';

/**
 * Writes inputs as the fields of a Halo record. An input that is undefined is left out, so that an
 * update keeps what Halo has; null is written as Halo's empty value.
 */
export function writeHaloFields(
  inputs: Readonly<Record<string, unknown>>,
  fields: HaloFields,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([input, field]) => {
      const value = writeValue(input, inputs[input], field);
      return value === undefined ? [] : [[field.field, value]];
    }),
  );
}

/** Finds the input behind a field that Halo names in a refusal. */
export function inputOf(fields: HaloFields): (field: string) => string | undefined {
  return (name) => Object.keys(fields).find((input) => fields[input]?.field === name.toLowerCase());
}

function writeValue(input: string, value: unknown, { kind, empty }: HaloField): unknown {
  if (value === undefined) return undefined;
  if (value === null) return kind === 'text' ? (empty ?? '') : empty;
  if (kind === 'text') return asText(value);
  if (kind === 'custom-fields') return writeCustomFields(value);
  if (asText(value).trim() === '') return undefined;
  if (kind === 'id') return readId(value) ?? fault(input, 'a whole number', value);
  if (kind === 'flag') return readFlag(value) ?? fault(input, 'yes or no', value);
  if (kind === 'decimal') {
    const number = Number(value);
    return Number.isFinite(number) ? number : fault(input, 'a number', value);
  }
  return kind === 'moment' ? writeMoment(input, asText(value)) : writeIdList(input, asText(value));
}

/** A moment without a zone is read as UTC: what the server's own zone is must not matter. */
function writeMoment(input: string, text: string): string {
  const zoned = /(z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? fault(input, 'a date', text) : new Date(time).toISOString();
}

function writeIdList(input: string, text: string): readonly { readonly id: number }[] {
  const ids = text.match(/\d+/g) ?? fault(input, 'a list of numbers', text);
  return ids.map((id) => ({ id: Number(id) }));
}

/** Halo finds a custom field by its number or by its name, which begins with CF. */
function writeCustomFields(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  const lines = value.filter(isRecord).flatMap((line) => {
    const name = asText(line['name']).trim();
    if (name === '') return [];
    const id = readId(name);
    return [{ ...(id === null ? { name } : { id }), value: line['value'] ?? '' }];
  });
  return lines.length > 0 ? lines : undefined;
}

function fault(input: string, wanted: string, value: unknown): never {
  throw new StepError({
    code: 'invalid-input',
    message: `${labelOf(input)} must be ${wanted}, and “${asText(value).slice(0, 80)}” is not.`,
    hint: 'Nothing was sent to Halo. Correct the input, or map another output into it.',
    input,
  });
}
