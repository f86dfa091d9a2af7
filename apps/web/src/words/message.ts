/** A part of a message: text, or what stands for a value. */
export type Part =
  | string
  | { readonly kind: 'value' | 'count'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly style: string }
  | { readonly kind: 'plural' | 'select'; readonly name: string; readonly options: Options }
  | { readonly kind: 'element'; readonly name: string; readonly inside: readonly Part[] };

type Options = ReadonlyMap<string, readonly Part[]>;

/** Reads an ICU message: placeholders, `number`, `plural` and `select`, elements, and what quotes keep as text. */
export function readMessage(text: string): readonly Part[] {
  const source = { text, at: 0 };
  const parts = readParts(source, undefined);
  if (source.at < text.length) throw new Error(`Something closes that was not opened: ${text}`);
  return parts;
}

interface Source {
  readonly text: string;
  at: number;
}

/** Reads up to what closes the part around it. `counted`: the number that `#` stands for, within a plural. */
function readParts(source: Source, counted: string | undefined): readonly Part[] {
  const parts: Part[] = [];
  let literal = '';
  const add = (part: Part) => {
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(part);
  };
  while (source.at < source.text.length) {
    const sign = source.text.charAt(source.at);
    if (sign === '}' || source.text.startsWith('</', source.at)) break;
    if (sign === '{') add(readPlaceholder(source, counted));
    else if (/^<[a-z]/.test(source.text.slice(source.at, source.at + 2)))
      add(readElement(source, counted));
    else if (sign === '#' && counted !== undefined) {
      source.at += 1;
      add({ kind: 'count', name: counted });
    } else if (sign === "'") literal += readQuoted(source);
    else {
      literal += sign;
      source.at += 1;
    }
  }
  if (literal !== '') parts.push(literal);
  return parts;
}

function readPlaceholder(source: Source, counted: string | undefined): Part {
  const name = take(source, /\{\s*(\w+)\s*/y);
  if (source.text.charAt(source.at) === '}') {
    source.at += 1;
    return { kind: 'value', name };
  }
  const kind = take(source, /,\s*(\w+)\s*/y);
  if (kind === 'number') {
    const style = take(source, /(?:,\s*)?([^}]*?)\s*\}/y);
    return { kind, name, style };
  }
  if (kind !== 'plural' && kind !== 'select') throw new Error(`No message is made by ${kind}.`);
  take(source, /(,)\s*/y);
  const options = new Map<string, readonly Part[]>();
  while (source.text.charAt(source.at) !== '}') {
    const option = take(source, /(=?[\w-]+)\s*\{/y);
    options.set(option, readParts(source, kind === 'plural' ? name : counted));
    take(source, /(\})\s*/y);
  }
  source.at += 1;
  return { kind, name, options };
}

function readElement(source: Source, counted: string | undefined): Part {
  const name = take(source, /<([\w-]+)>/y);
  const inside = readParts(source, counted);
  take(source, new RegExp(`(</${name}>)`, 'y'));
  return { kind: 'element', name, inside };
}

/** Two quotes are one; one quote before a sign that means something keeps all up to the next as text. */
function readQuoted(source: Source): string {
  const [, quoted] = matched(source, /'([{}<>#](?:[^']|'')*)(?:'|$)/y) ?? [];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  source.at += source.text.startsWith("''", source.at) ? 2 : 1;
  return "'";
}

function take(source: Source, pattern: RegExp): string {
  const found = matched(source, pattern)?.[1];
  if (found === undefined)
    throw new Error(`At ${source.at} no message goes on like this: ${source.text}`);
  return found;
}

function matched(source: Source, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = source.at;
  const match = pattern.exec(source.text);
  if (!match) return undefined;
  source.at = pattern.lastIndex;
  return match;
}
