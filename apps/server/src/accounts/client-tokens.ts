import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a token is good for, in seconds. */
export const tokenLifetime = 3600;

/**
 * Bearer tokens for OAuth client credentials. A token names an API key and when it ends, and is
 * signed; nothing is stored. Whether the key and its user still exist is asked at each use.
 */
export class ClientTokens {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** A token for the API key with this id, good for `tokenLifetime`. */
  sign(apiKeyId: string): string {
    const ends = Math.floor(Date.now() / 1000) + tokenLifetime;
    const claims = Buffer.from(JSON.stringify([apiKeyId, ends])).toString('base64url');
    return `slt_${claims}.${this.#mark(claims).toString('base64url')}`;
  }

  /** The id of the API key that a token was made for; undefined when it is forged or has ended. */
  read(token: string): string | undefined {
    const [, claims, mark] = /^slt_([\w-]{1,200})\.([\w-]{43})$/.exec(token) ?? [];
    if (claims === undefined || mark === undefined) return undefined;
    if (!timingSafeEqual(Buffer.from(mark, 'base64url'), this.#mark(claims))) return undefined;
    const [id, ends] = JSON.parse(Buffer.from(claims, 'base64url').toString()) as [string, number];
    return Date.now() / 1000 < ends ? id : undefined;
  }

  #mark(claims: string): Buffer {
    return createHmac('sha256', this.#key).update(claims).digest();
  }
}
