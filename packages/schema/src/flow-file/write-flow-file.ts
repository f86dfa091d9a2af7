import type { FlowFile } from './flow-file.ts';

/** What comes first in an object, in this order; all other keys follow by name. */
const firstKeys = [
  'format',
  'formatVersion',
  'id',
  'kind',
  'type',
  'name',
  'label',
  'position',
  'disabled',
  'connection',
  'connections',
  'flows',
  'settings',
  'source',
  'exit',
  'target',
  'inputs',
  'nodes',
  'edges',
];
const WIDEST_LINE = 100;
const INDENT = '  ';

/**
 * The text of a flow file: what fits on a line stands on one, keys have a fixed order, and a line
 * break ends it. The same file always makes the same text, so that versions can be compared.
 */
export function writeFlowFile(file: FlowFile): string {
  return `${written(file, '')}\n`;
}

/** What a flow file is called when it is saved; safe on every system. */
export function flowFileName({ name }: Pick<FlowFile, 'name'>): string {
  const safe = name
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .-]+|[ .]+$/g, '')
    .slice(0, 80);
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe.split('.')[0] ?? '');
  return `${safe === '' || isReserved ? `Flow ${safe}`.trim() : safe}.sluice.json`;
}

function written(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = indent + INDENT;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((each) => written(each, inner))
    : sortedEntries(value).map(([key, each]) => `${JSON.stringify(key)}: ${written(each, inner)}`);
  if (parts.length === 0) return `${open}${close}`;
  const length = parts.reduce((sum, part) => sum + part.length + 2, indent.length);
  if (length <= WIDEST_LINE && !parts.some((part) => part.includes('\n'))) {
    return Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  }
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function rank(key: string): number {
  const place = firstKeys.indexOf(key);
  return place === -1 ? firstKeys.length : place;
}
