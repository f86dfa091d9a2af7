import { SignalProblem } from './signal-problem.ts';

const DEEPEST = 64;
const MOST_VALUES = 100_000;

/** A body as text and as the value it stands for: JSON, or the fields of a form. */
export interface ReadBody {
  readonly text: string;
  readonly value: unknown;
}

/** Reads bytes as what the content type says they are; without one, as JSON. */
export function readBody(bytes: Buffer, contentType: string | undefined): ReadBody {
  const type = (contentType ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  const isForm = type === 'application/x-www-form-urlencoded';
  if (!isForm && !/^application\/(?:[\w.+-]+\+)?json$/.test(type)) {
    throw new SignalProblem(415, `Send JSON (Content-Type: application/json), not ${shown(type)}.`);
  }
  const text = decode(bytes);
  if (isForm) {
    if (text.includes('\0')) throw new SignalProblem(400, 'The body is not a form.');
    const value = readForm(text);
    checkSize(value);
    return { text, value };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const what = text.trim() === '' ? 'empty' : 'not valid JSON';
    throw new SignalProblem(400, `The body is ${what}.`);
  }
  checkSize(value);
  return { text, value };
}

/** A field that comes several times, as boxes that are ticked do, becomes a list. */
function readForm(text: string): Readonly<Record<string, string | readonly string[]>> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new SignalProblem(400, 'The body is not UTF-8 text.');
  }
}

/** Walks without recursion, so that depth itself can do no harm. */
function checkSize(value: unknown): void {
  let count = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST) {
      throw new SignalProblem(400, `The body is nested more than ${DEEPEST} levels deep.`);
    }
    if (count > MOST_VALUES) {
      throw new SignalProblem(400, `The body holds more than ${MOST_VALUES} values.`);
    }
    const next: unknown[] = [];
    for (const each of level) {
      if (each === null || typeof each !== 'object') continue;
      for (const child of Object.values(each)) next.push(child);
    }
    level = next;
  }
}

function shown(type: string): string {
  return type.replace(/[^\w./+-]/g, '').slice(0, 60) || 'that';
}
