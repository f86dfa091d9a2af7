/** Where a text stops being JSON, and why. Lines and columns are counted from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** Such as `A comma is missing.` */
  readonly problem: string;
}

/**
 * Finds the first place where a text is not JSON, or is nested deeper than `deepest`; undefined
 * when there is none. It goes through the text once and keeps no values, so its size does no harm.
 */
export function findJsonFault(text: string, deepest = 200): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const character = text[at] as string;
    const inside = open.at(-1);
    if (expected === 'end') return faultAt(text, at, 'There is more after the end.');
    if (expected === 'colon') {
      if (character !== ':') return faultAt(text, at, 'A colon is missing.');
      expected = 'value';
      at += 1;
    } else if (expected === 'comma-or-close') {
      if (character === ',') expected = inside === '{' ? 'name' : 'value';
      else if (character === closing(inside)) {
        open.pop();
        expected = afterValue(open);
      } else return faultAt(text, at, `A comma or “${closing(inside)}” is missing.`);
      at += 1;
    } else if (character === closing(inside) && expected === `${opened(inside)}-or-close`) {
      open.pop();
      expected = afterValue(open);
      at += 1;
    } else if (expected === 'name' || expected === 'name-or-close') {
      if (character !== '"') return faultAt(text, at, 'A name in double quotes is missing.');
      const end = endOfString(text, at);
      if (typeof end !== 'number') return faultAt(text, end.at, end.problem);
      expected = 'colon';
      at = end;
    } else if (character === '{' || character === '[') {
      open.push(character);
      if (open.length > deepest) {
        return faultAt(text, at, `It is nested more than ${deepest} levels deep.`);
      }
      expected = character === '{' ? 'name-or-close' : 'value-or-close';
      at += 1;
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfWord(text, at);
      if (typeof end !== 'number') return faultAt(text, end.at, end.problem);
      expected = afterValue(open);
      at = end;
    }
  }
  if (expected === 'end') return undefined;
  const missing =
    open.length > 0 ? `A “${closing(open.at(-1))}” is missing.` : 'There is no value.';
  return faultAt(text, text.length, missing);
}

type Expected =
  | 'value'
  | 'value-or-close'
  | 'name'
  | 'name-or-close'
  | 'colon'
  | 'comma-or-close'
  | 'end';

type Stopped = number | { readonly at: number; readonly problem: string };

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'end' : 'comma-or-close';
}

function closing(inside: '{' | '[' | undefined): string | undefined {
  return inside && (inside === '{' ? '}' : ']');
}

function opened(inside: '{' | '[' | undefined): string {
  return inside === '{' ? 'name' : 'value';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] as string)) at += 1;
  return at;
}

function endOfString(text: string, start: number): Stopped {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] as string;
    if (character === '"') return at + 1;
    if (character < ' ')
      return { at, problem: 'A line break or tab within quotes must be escaped.' };
    if (character !== '\\') continue;
    const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[0];
    if (escape === undefined) {
      return { at, problem: 'A backslash must be followed by what it escapes.' };
    }
    at += escape.length;
  }
  return { at: start, problem: 'These quotes are not closed.' };
}

/** A number, `true`, `false` or `null`. */
function endOfWord(text: string, start: number): Stopped {
  let end = start;
  while (end < text.length && /[\w.+-]/.test(text[end] as string)) end += 1;
  const word = text.slice(start, end);
  if (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word)) return end;
  return { at: start, problem: word === '' ? 'A value is missing.' : 'Text needs double quotes.' };
}

function faultAt(text: string, at: number, problem: string): JsonFault {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, problem };
}
