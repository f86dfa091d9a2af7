import { flowDrawingSchema } from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { CopiedPart, OutsideNode } from './clipboard-text.ts';

/** What was pasted, or why it cannot be taken. */
export type ReadPart =
  | { readonly ok: true; readonly part: CopiedPart }
  | { readonly ok: false; readonly why: string };

/** Characters that pasted text may have: a flow of the largest size that can be saved. */
const LONGEST = 8_000_000;
const MOST_OUTSIDE = 500;

/**
 * Reads nodes and notes from pasted text. Everything in it is checked as if it came from a stranger:
 * whatever is too large, of another kind or inconsistent is refused whole, with a reason.
 */
export function partFromText(text: string): ReadPart {
  if (text.trim() === '') return refused(say('designer.paste.empty'));
  if (text.length > LONGEST) return refused(say('designer.paste.too-long'));
  const read = parsed(text);
  if (!read || !('nodes' in read || 'notes' in read))
    return refused(say('designer.paste.no-nodes'));
  if ('format' in read) return refused(say('designer.paste.whole-flow'));
  const { nodes = [], edges = [], notes, outside } = read;
  const { data, error } = flowDrawingSchema.safeParse({ nodes, edges, notes });
  if (!data) {
    const [issue] = error.issues;
    const where = issue?.path.join('.') ?? '';
    const why = [where, issue?.message].filter(Boolean).join(': ');
    return refused(say('designer.paste.broken', { why }));
  }
  if (data.nodes.length + (data.notes?.length ?? 0) === 0)
    return refused(say('designer.paste.empty'));
  return { ok: true, part: { ...data, outside: outsideFrom(outside) } };
}

function refused(why: string): ReadPart {
  return { ok: false, why };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Names serve to say something, so those that are no short texts are left out. */
function outsideFrom(value: unknown): OutsideNode[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_OUTSIDE).flatMap((each: unknown) => {
    const { id, name, type } = (each ?? {}) as Partial<Record<string, unknown>>;
    return isShort(id) && isShort(name) && isShort(type) ? [{ id, name, type }] : [];
  });
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 120;
}
