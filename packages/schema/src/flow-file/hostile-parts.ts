import { type FlowFileFault, fileFaultOf } from './flow-file-fault.ts';

const MOST_FAULTS = 20;
/** In one list or object: as many edges as a drawing may have. */
const MOST_PARTS = 10_000;

/** Every object has these from birth: as keys of a file they could only do harm. */
const inherited = new Set(['__proto__', 'constructor', 'prototype']);

interface Part {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/** What no text file should bring: keys of prototypes, broken characters, and endless nesting. */
export function hostileParts(whole: unknown, deepest: number): readonly FlowFileFault[] {
  const faults: FlowFileFault[] = [];
  const pending: Part[] = [{ value: whole, path: '', depth: 0 }];
  for (let part = pending.pop(); part && faults.length < MOST_FAULTS; part = pending.pop()) {
    const { value, path, depth } = part;
    if (typeof value === 'string' && isBroken(value))
      faults.push(fileFaultOf('text-broken', { path }, path));
    if (value === null || typeof value !== 'object') continue;
    if (depth >= deepest)
      return [...faults, fileFaultOf('too-deep', { most: String(deepest) }, path)];
    const keys = Object.keys(value);
    if (keys.length > MOST_PARTS) {
      const about = { path: path === '' ? 'The file' : path, most: String(MOST_PARTS) };
      return [...faults, fileFaultOf('too-many-parts', about, path)];
    }
    for (const key of keys) {
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      const at = path === '' ? shown(key) : `${path}.${shown(key)}`;
      if (inherited.has(key)) faults.push(fileFaultOf('key-inherited', { path: at, key }, at));
      else if (isBroken(key)) faults.push(fileFaultOf('text-broken', { path: at }, at));
      else pending.push({ value: inner, path: at, depth: depth + 1 });
    }
  }
  return faults;
}

/** A NUL, which databases refuse, or half of a pair of surrogates, which is no character. */
function isBroken(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}

/** Text of a file as a message may show it: short, and without what moves a cursor or turns a line. */
export function shown(text: string): string {
  return text.slice(0, 60).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
}
