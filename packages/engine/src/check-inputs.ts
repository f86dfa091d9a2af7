import { type Failure, type FieldManifest, type Values, asText } from '@sluice/schema';

type Checked =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Turns resolved inputs into what a step declared it takes: numbers from text, yes and no, lists.
 * A blank input is left out; the first one that is missing or unreadable fails the step.
 */
export function checkInputs(
  fields: Readonly<Record<string, FieldManifest>>,
  resolved: Values,
): Checked {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = resolved[name];
    if (given === null && field.canBeEmptied) {
      values[name] = null;
      continue;
    }
    if (isBlank(given)) {
      if (field.required) return fault(name, `${field.label} is empty.`, emptyHint);
      continue;
    }
    const value = convert(given, field.type);
    if (value === unreadable) {
      return fault(
        name,
        `${field.label} must be ${wanted[field.type]}, and is “${shorten(given)}”.`,
      );
    }
    values[name] = value;
  }
  return { ok: true, values };
}

const emptyHint = 'Fill it in, or check that the step its pill comes from brought a value.';
const unreadable = Symbol('unreadable');
const wanted = {
  text: 'text',
  number: 'a number',
  boolean: 'yes or no',
  entries: 'a list of names and values',
  conditions: 'a list of comparisons',
  'per-way': 'a list of values for each way in',
  any: 'a value',
};

function convert(value: unknown, type: FieldManifest['type']): unknown {
  switch (type) {
    case 'text':
      return asText(value);
    case 'number': {
      const number = typeof value === 'number' ? value : Number(asText(value).trim());
      return Number.isFinite(number) ? number : unreadable;
    }
    case 'boolean': {
      const word = asText(value).trim().toLowerCase();
      if (['true', 'yes', '1', 'on'].includes(word)) return true;
      return ['false', 'no', '0', 'off'].includes(word) ? false : unreadable;
    }
    case 'entries':
      return Array.isArray(value) ? value.flatMap(readEntry) : unreadable;
    case 'conditions':
      return Array.isArray(value) && value.every(Array.isArray) ? value : unreadable;
    case 'per-way':
      return Array.isArray(value) ? value.flatMap(readPerWay) : unreadable;
    case 'any':
      return value;
  }
}

function readEntry(entry: unknown): readonly { id: string; name: string; value: unknown }[] {
  if (entry === null || typeof entry !== 'object') return [];
  const { id, name, value } = entry as { id?: unknown; name?: unknown; value?: unknown };
  const text = asText(name).trim();
  return text === '' ? [] : [{ id: asText(id), name: text, value }];
}

function readPerWay(line: unknown): readonly { values: unknown }[] {
  const [read] = readEntry(line);
  const { values } = (line ?? {}) as { values?: unknown };
  return read ? [{ ...read, values: Array.isArray(values) ? values : [] }] : [];
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

function fault(input: string, message: string, hint?: string): Checked {
  return {
    ok: false,
    failure: { code: 'invalid-input', message, input, ...(hint !== undefined && { hint }) },
  };
}

function shorten(value: unknown): string {
  const text = asText(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
