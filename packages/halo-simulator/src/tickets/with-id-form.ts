import { HaloDouble } from '../http/halo-double.ts';
import type { Quirks } from '../quirks/quirks.ts';

/** A record with its ids as `3`, `3.0` or `"3"`; nested records keep theirs. */
export function withIdForm(
  record: Record<string, unknown>,
  form: Quirks['idForm'],
): Record<string, unknown> {
  if (form === 'integer') return record;
  const entries = Object.entries(record).map(([name, value]) => {
    if (typeof value !== 'number' || !/^(id|.*_id)$/.test(name)) return [name, value] as const;
    return [name, form === 'string' ? String(value) : new HaloDouble(value)] as const;
  });
  return Object.fromEntries(entries);
}
