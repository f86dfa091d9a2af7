import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HttpError } from '@sluice/connector-kit';

/**
 * Reads a body to its end, decompressed. Stops and throws an `HttpError` of kind `body` as soon as
 * there are more bytes than `limit`, before or after decompression.
 */
export async function readBody(
  stream: Readable,
  encoding: string | undefined,
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const decoder = decoderFor(encoding);
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of metered(source, limit)) chunks.push(chunk);
  };
  // Most answers are plain, and a pipeline makes and aborts a signal for each.
  if (!decoder) await collect(stream);
  // Also before: a compressed stream can go on for ever and contain nothing.
  else await pipeline(stream, (source) => metered(source, limit), decoder, collect);
  return Buffer.concat(chunks);
}

/** What `readBody` can undo, for the Accept-Encoding header. */
export const acceptedEncodings = 'gzip, deflate, br';

function decoderFor(encoding: string | undefined): Transform | undefined {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new HttpError(
        'body',
        `The answer is compressed as “${encoding}”, which was not asked for.`,
      );
  }
}

async function* metered(source: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > limit) {
      throw new HttpError('body', `The answer is larger than ${Math.floor(limit / 1024)} KiB.`);
    }
    yield chunk;
  }
}
