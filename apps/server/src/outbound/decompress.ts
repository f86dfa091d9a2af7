import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { HttpError } from '@sluice/connector-kit';
import { tooLarge } from './exchange.ts';

/** What `decompress` can undo, for the Accept-Encoding header. */
export const acceptedEncodings = 'gzip, deflate, br';

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** A body without its compression. Throws an `HttpError` of kind `body` when there is more than `limit`. */
export async function decompress(
  body: Buffer,
  encoding: string | undefined,
  limit: number,
): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  const decode = Object.hasOwn(decoders, name) && decoders[name as keyof typeof decoders];
  if (!decode) {
    throw new HttpError(
      'body',
      `The answer is compressed as “${encoding}”, which was not asked for.`,
    );
  }
  try {
    return await decode(body, { maxOutputLength: limit });
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(limit) : error;
  }
}
