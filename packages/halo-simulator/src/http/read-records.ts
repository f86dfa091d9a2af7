import type { FieldsOf, FieldTable } from './field-kinds.ts';
import { HaloError } from './halo-error.ts';
import { readField } from './read-field.ts';
import { refuseFields, refuseObject } from './refusals.ts';
import { type JsonScalar, scanJson } from './scan-json.ts';

/** What a POST address takes: the .NET name of one record, which its errors mention, and its fields. */
export interface RecordKind<Table extends FieldTable> {
  readonly name: string;
  readonly fields: Table;
}

/** The part of a request that is read: its body as text. */
export interface SentBody {
  readonly headers: { readonly 'content-type'?: string | undefined };
  readonly body?: unknown;
}

/**
 * Reads the list that every POST of Halo takes.
 *
 * 415 when it is not JSON, 400 when it is not a list, and 400 with every field that has the wrong
 * type. Names are matched without regard to case; unknown fields are accepted and ignored.
 */
export function readRecords<Table extends FieldTable>(
  request: SentBody,
  kind: RecordKind<Table>,
): readonly FieldsOf<Table>[] {
  const json = jsonText(request);
  const list = parse(json);
  if (!Array.isArray(list)) throw refuseBareObject(json, kind.name);

  const problems: Record<string, string[]> = {};
  let scalars: ReadonlyMap<string, JsonScalar> | undefined;
  const scalarAt = (path: string) => (scalars ??= scanJson(json)).get(path);
  const mayHoldDoubles = /\d[.eE]/.test(json);

  const records = list.map((item: unknown, index) => {
    const record: Record<string, unknown> = {};
    if (typeof item !== 'object' || item === null) return record;
    for (const [name, value] of Object.entries(item)) {
      const field = Object.hasOwn(kind.fields, name) ? name : name.toLowerCase();
      const type = Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
      if (type === undefined || value === null) continue;
      const path = `[${index}].${name}`;
      const isNumber = typeof value === 'number' && mayHoldDoubles;
      const reading = readField(type, value, isNumber ? scalarAt(path)?.text : undefined);
      if (reading.ok) record[field] = reading.value;
      else {
        const { line, position } = scalarAt(path) ?? { line: 1, position: 0 };
        problems[path] = [`${reading.problem} Path '${path}', line ${line}, position ${position}.`];
      }
    }
    return record;
  });

  if (Object.keys(problems).length > 0) throw refuseFields(problems);
  return records as readonly FieldsOf<Table>[];
}

function jsonText(request: SentBody): string {
  const type = request.headers['content-type'] ?? '';
  if (!/^(application|text)\/([\w.-]+\+)?json\b/i.test(type)) throw new HaloError(415);
  return typeof request.body === 'string' ? request.body : '';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw refuseFields({
      '': [
        `Unexpected end or character when reading JSON. Path '', line 1, position ${json.length}.`,
      ],
    });
  }
}

function refuseBareObject(json: string, name: string): HaloError {
  const [first] = scanJson(json).keys();
  const property = /^[^.[]*/.exec(first ?? '')?.[0] ?? '';
  return refuseObject(property, name, json.indexOf(':') + 1);
}
