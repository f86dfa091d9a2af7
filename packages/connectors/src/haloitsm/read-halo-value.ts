/** A JSON object of Halo's, of which nothing is certain. */
export type HaloRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object, and not a list. */
export function isRecord(value: unknown): value is HaloRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of these names that a record has a value for. Never an inherited property. */
export function pick(record: HaloRecord | undefined, ...names: readonly string[]): unknown {
  if (!record) return undefined;
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** A whole number, which Halo writes as `3`, `3.0` or `"3"`; null for anything else. */
export function readId(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^\s*-?\d{1,16}(\.0+)?\s*$/.test(value) ? +value : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number + 0 : null;
}

/** Text that says something; null for blank text and anything that is not text or a number. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A moment as Halo wrote it. Halo writes "not set" as a date of 1900, 1899 or year 1: null. */
export function readMoment(value: unknown): string | null {
  const text = readText(value);
  return text === null || /^(1900-01-01|1899-12-30|0001-01-01)T00:00:00/.test(text) ? null : text;
}

/** A yes or a no, also where it is written as text. */
export function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'True') return true;
  return value === 'false' || value === 'False' ? false : null;
}

/** The records of an answer that is a bare list, or holds one under one of these keys, or is one record. */
export function readList(body: unknown, ...keys: readonly string[]): readonly HaloRecord[] {
  if (Array.isArray(body)) return body.filter(isRecord);
  if (!isRecord(body)) return [];
  const list = pick(body, ...keys);
  if (Array.isArray(list)) return list.filter(isRecord);
  return Object.hasOwn(body, 'id') ? [body] : [];
}

/** The record that Halo saved: it answers with the record, or in some versions with a list of one. */
export function readSaved(body: unknown): HaloRecord | undefined {
  const record: unknown = Array.isArray(body) ? body.at(-1) : body;
  return isRecord(record) ? record : undefined;
}
