import express, { type Request, type Response } from 'express';
import { SignalProblem } from './signal-problem.ts';

const DEEPEST = 64;
const MOST_VALUES = 100_000;

/** Reads the bytes of a body, uncompressed and at most `limit`; throws what the parser found. */
export function createBodyReader(limit: number) {
  const raw = express.raw({ type: () => true, limit, inflate: false });
  return (request: Request, response: Response): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      raw(request, response, (error?: unknown) => {
        if (error) reject(asSignalProblem(error, limit));
        else resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      });
    });
}

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
  if (isForm) return { text, value: Object.fromEntries(new URLSearchParams(text)) };
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

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
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
      if (each !== null && typeof each === 'object')
        for (const child of Object.values(each)) next.push(child);
    }
    level = next;
  }
}

function asSignalProblem(error: unknown, limit: number): unknown {
  switch ((error as { type?: unknown }).type) {
    case 'entity.too.large':
      return new SignalProblem(413, `The body is larger than ${limit} bytes.`);
    case 'encoding.unsupported':
      return new SignalProblem(415, 'Send the body uncompressed.');
    case 'request.size.invalid':
    case 'request.aborted':
      return new SignalProblem(400, 'The body is shorter or longer than announced.');
    default:
      return error;
  }
}

function shown(type: string): string {
  return type.replace(/[^\w./+-]/g, '').slice(0, 60) || 'that';
}
