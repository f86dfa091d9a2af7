import type { Fields } from '@sluice/connector-kit';
import type { FieldManifest, Values } from '@sluice/schema';
import { type ZodType, z } from 'zod';
import { HttpProblem } from '../http/http-problem.ts';

/** What a user fills in, without its secrets: what steps may see. */
export function openValues(fields: Fields, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => fields[name] && fields[name].control !== 'secret'),
  );
}

/** The secrets among a connection's values. */
export function secretValues(fields: Fields, values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    fields[name]?.control === 'secret' && typeof value === 'string' ? [value] : [],
  );
}

/**
 * Reads values against a connection's declared fields and puts them over the ones it has: what is
 * left out stays, what is empty or null goes. Throws a 400 that names each fault.
 *
 * A kept secret goes only where it was meant to go: when any text beside it changes, and with it
 * perhaps the address, all secrets must be entered again.
 */
export function mergeValues(fields: Fields, given: unknown, kept: Values = {}): Values {
  const read = readValues(fields, given);
  const merged = Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const value = Object.hasOwn(read, name) ? read[name] : kept[name];
      return value === undefined || isEmpty(value) ? [] : [[name, value]];
    }),
  );
  const missing = Object.entries(fields).filter(
    ([name, field]) => field.required && merged[name] === undefined,
  );
  if (missing.length > 0) {
    throw refused(missing.map(([name, { label }]) => [name, `${label} is needed.`]));
  }
  const stale = Object.entries(fields).filter(
    ([name, field]) =>
      field.control === 'secret' && kept[name] !== undefined && !Object.hasOwn(read, name),
  );
  const moved = Object.entries(fields).find(
    ([name, field]) => mayLeadElsewhere(field) && !isSame(merged[name], kept[name]),
  );
  if (moved && stale.length > 0) {
    throw refused(
      stale.map(([name, { label }]) => [
        name,
        `Enter ${label} again: ${moved[1].label} has changed, and a stored secret is not sent anywhere new.`,
      ]),
    );
  }
  return merged;
}

/** Chosen and counted values come from closed lists; only what is typed can name another host. */
function mayLeadElsewhere({ control }: FieldManifest): boolean {
  return !['secret', 'number', 'toggle', 'select', 'date-time'].includes(control);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function readValues(fields: Fields, given: unknown): Values {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      z.union([z.literal(''), z.null(), valueSchema(field)]).optional(),
    ]),
  );
  const result = z.strictObject(shape).safeParse(given);
  if (result.success) return result.data;
  throw refused(result.error.issues.flatMap((issue) => faultsOf(issue, fields)));
}

function faultsOf(issue: z.core.$ZodIssue, fields: Fields): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => [key, `There is no field “${key}” here.`]);
  }
  const name = String(issue.path[0] ?? '');
  const field = fields[name];
  const what =
    issue.code === 'too_big' ? 'is too long' : ((field && expected[field.type]) ?? 'is not valid');
  return [[issue.path.join('.'), `${field?.label ?? 'A value'} ${what}.`]];
}

const expected: Partial<Record<FieldManifest['type'], string>> = {
  number: 'must be a number, such as 700',
  boolean: 'must be true or false',
};

type Fault = readonly [name: string, message: string];

function valueSchema(field: FieldManifest): ZodType {
  switch (field.control) {
    case 'number':
      return z.number();
    case 'toggle':
      return z.boolean();
    case 'select':
      return z.enum((field.options ?? []).map((option) => option.value));
    case 'date-time':
      return z.iso.datetime({ offset: true });
    case 'entries':
      return z
        .array(z.strictObject({ name: z.string().max(200), value: z.string().max(5000) }))
        .max(100);
    case 'lookup':
      return field.type === 'number' ? z.number() : z.string().max(2000);
    case 'long-text':
    case 'html':
    case 'json':
    case 'code':
    case 'secret':
      return z.string().max(20_000);
    case 'conditions':
    case 'flow':
    case 'per-way':
      return z.never();
    case 'text':
    case 'url':
      return (
        z
          .string()
          .trim()
          .max(2000)
          // oxlint-disable-next-line no-control-regex
          .regex(/^[^\u0000-\u001f\u007f]*$/)
      );
  }
}

function refused(faults: readonly Fault[]): HttpProblem {
  const errors = faults
    .slice(0, 50)
    .map(([name, message]) => ({ path: name ? `body.values.${name}` : 'body.values', message }));
  return new HttpProblem(400, errors.map(({ message }) => message).join(' '), {
    extras: { errors },
  });
}
