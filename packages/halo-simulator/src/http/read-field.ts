import type { FieldKinds } from './field-kinds.ts';

/** A value read as a kind of field, or why it could not be, in the words of Halo's JSON reader. */
export type FieldReading =
  | { readonly ok: true; readonly value: FieldKinds[keyof FieldKinds] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads one value. `written` is the number as it stood in the request, because `95.0` is not an
 * integer to Halo although JavaScript cannot tell it from `95`.
 */
export function readField(
  kind: keyof FieldKinds,
  value: unknown,
  written: string | undefined,
): FieldReading {
  switch (kind) {
    case 'integer':
      return readInteger(value, written ?? String(value));
    case 'number':
      return readNumber(value);
    case 'flag':
      return readFlag(value);
    case 'date':
      return readDate(value);
    case 'text':
      return typeof value === 'object' ? unexpected(value) : { ok: true, value: String(value) };
    case 'list':
      return Array.isArray(value) && value.every(isRecord)
        ? { ok: true, value }
        : unexpected(Array.isArray(value) ? value.find((item) => !isRecord(item)) : value);
    case 'object':
      return isRecord(value) ? { ok: true, value } : unexpected(value);
  }
}

function readInteger(value: unknown, written: string): FieldReading {
  if (typeof value === 'number') {
    return /^-?\d+$/.test(written)
      ? { ok: true, value }
      : { ok: false, problem: `Input string '${written}' is not a valid integer.` };
  }
  if (typeof value !== 'string') return unexpected(value);
  return /^\s*-?\d+\s*$/.test(value)
    ? { ok: true, value: Number(value) }
    : { ok: false, problem: `Could not convert string to integer: ${value}.` };
}

function readNumber(value: unknown): FieldReading {
  if (typeof value === 'number') return { ok: true, value };
  if (typeof value !== 'string') return unexpected(value);
  return value.trim() !== '' && Number.isFinite(Number(value))
    ? { ok: true, value: Number(value) }
    : { ok: false, problem: `Could not convert string to double: ${value}.` };
}

function readFlag(value: unknown): FieldReading {
  if (typeof value === 'boolean') return { ok: true, value };
  if (value === 0 || value === 1) return { ok: true, value: value === 1 };
  if (typeof value !== 'string') return unexpected(value);
  const word = value.trim().toLowerCase();
  return word === 'true' || word === 'false'
    ? { ok: true, value: word === 'true' }
    : { ok: false, problem: `Could not convert string to boolean: ${value}.` };
}

function readDate(value: unknown): FieldReading {
  if (typeof value !== 'string') return unexpected(value);
  return Number.isNaN(Date.parse(value))
    ? { ok: false, problem: `Could not convert string to DateTime: ${value}.` }
    : { ok: true, value };
}

function unexpected(value: unknown): FieldReading {
  const first = JSON.stringify(value)?.at(0) ?? '';
  return { ok: false, problem: `Unexpected character encountered while parsing value: ${first}.` };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
