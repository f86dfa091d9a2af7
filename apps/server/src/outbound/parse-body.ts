import { HttpError } from '@sluice/connector-kit';
import type { RawReply } from './outbound.ts';

/**
 * The body of an answer: parsed when it is JSON, else text; undefined when empty. Without a content
 * type, what parses is JSON. Throws an `HttpError` of kind `body` when it says JSON and is not.
 */
export function parseBody({ status, headers, body }: RawReply): unknown {
  if (body.length === 0) return undefined;
  const type = headers['content-type'] ?? '';
  const text = textOf(body, type);
  const isJson = /^[^;]*[/+]json\b/i.test(type);
  if (!isJson && type !== '') return text;
  const parsed = parseJson(text);
  if (parsed) return parsed.value;
  // What an error says is worth more than its form.
  if (!isJson || status < 200 || status > 299) return text;
  throw new HttpError('body', 'The answer says that it is JSON, and is not.', { status });
}

/** Deeper than any real answer; what reads or writes values later would run out of stack. */
const DEEPEST = 200;

/** A text in the character set that its type names; UTF-8 where that is unknown. */
export function textOf(body: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  // Most are, and a decoder for each costs more than the text.
  if (/^utf-?8$/i.test(charset)) return withoutMark(body.toString('utf8'));
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return body.toString('utf8');
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  if (depthOf(text) > DEEPEST) {
    throw new HttpError('body', `The answer is nested more than ${DEEPEST} levels deep.`);
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** How deep JSON text is nested at most, without parsing it. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
