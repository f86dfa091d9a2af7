import { type Pill, type PillFormat, type Template, dateStyles } from '@sluice/schema';
import { normalise } from './template-edit.ts';

/** Reads a template that came from outside, such as the clipboard; undefined when it is not one. */
export function readTemplate(value: unknown): Template | undefined {
  if (!Array.isArray(value) || value.length > MOST_PARTS) return undefined;
  const parts = value.map(readPart);
  return parts.every((part) => part !== undefined) ? normalise(parts) : undefined;
}

/** Reads a pill that came from outside; anything it should not hold is left behind. */
export function readPill(value: unknown): Pill | undefined {
  if (!isRecord(value)) return undefined;
  const { nodeId, output, path, format } = value;
  if (typeof nodeId !== 'string' || !/^[\w-]{1,64}$/.test(nodeId)) return undefined;
  if (typeof output !== 'string' || output === '' || output.length > 200) return undefined;
  if (path !== undefined && !isPath(path)) return undefined;
  const formats = format === undefined ? [] : readFormats(format);
  if (!formats) return undefined;
  return {
    nodeId,
    output,
    ...(path && path.length > 0 && { path: [...path] }),
    ...(formats.length > 0 && { format: formats }),
  };
}

const MOST_PARTS = 500;
const MOST_TEXT = 100_000;

function readPart(value: unknown): Template[number] | undefined {
  if (!isRecord(value)) return undefined;
  if (typeof value['text'] === 'string') return { text: value['text'].slice(0, MOST_TEXT) };
  const pill = readPill(value['pill']);
  return pill && { pill };
}

function readFormats(value: unknown): PillFormat[] | undefined {
  if (!Array.isArray(value) || value.length > 10) return undefined;
  const formats = value.map(readFormat);
  return formats.every((format) => format !== undefined) ? formats : undefined;
}

function readFormat(value: unknown): PillFormat | undefined {
  if (!isRecord(value)) return undefined;
  const { name } = value;
  switch (name) {
    case 'upper':
    case 'lower':
    case 'trim':
    case 'json':
    case 'number':
    case 'escape-html':
      return { name };
    case 'default':
      return isShort(value['value'], 2000) ? { name, value: value['value'] } : undefined;
    case 'join':
      return isShort(value['separator'], 20) ? { name, separator: value['separator'] } : undefined;
    case 'truncate':
      return isWhole(value['length'], 1, 100_000) ? { name, length: value['length'] } : undefined;
    case 'pick':
      return isWhole(value['position'], -10_000, 10_000)
        ? { name, position: value['position'] }
        : undefined;
    case 'date': {
      const style = dateStyles.find((each) => each === value['style']);
      return style && { name, style };
    }
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is (string | number)[] {
  return (
    Array.isArray(value) &&
    value.length <= 20 &&
    value.every((key) => isShort(key, 200) || isWhole(key, 0, Number.MAX_SAFE_INTEGER))
  );
}

function isShort(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
