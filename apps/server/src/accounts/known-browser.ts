import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { readCookie } from './read-cookie.ts';

/**
 * A cookie that proves that an account was opened in this browser before. It opens nothing: it
 * only gives the browser its own count of wrong passwords, see `login-throttle.ts`.
 */
export class KnownBrowser {
  readonly #key: Buffer;
  readonly #secure: boolean;

  constructor(key: Buffer, { secure }: { secure: boolean }) {
    this.#key = key;
    this.#secure = secure;
  }

  /** Leaves the proof in a browser that has just opened the account. */
  mark(userId: string, response: Response): void {
    const browser = randomBytes(16).toString('base64url');
    response.cookie(
      cookieName,
      `${browser}.${this.#proof(browser, userId).toString('base64url')}`,
      {
        httpOnly: true,
        sameSite: 'strict',
        path: '/api/v1/session',
        secure: this.#secure,
        maxAge: 365 * 24 * 60 * 60 * 1000,
      },
    );
  }

  /** The browser's own random name, if it holds the proof for this account. */
  recognise(userId: string, request: Request): string | undefined {
    const cookie = readCookie(request, cookieName) ?? '';
    const [, browser, proof] = /^([\w-]{22})\.([\w-]{43})$/.exec(cookie) ?? [];
    if (browser === undefined || proof === undefined) return undefined;
    const right = timingSafeEqual(Buffer.from(proof, 'base64url'), this.#proof(browser, userId));
    return right ? browser : undefined;
  }

  #proof(browser: string, userId: string): Buffer {
    return createHmac('sha256', this.#key).update(`${browser}.${userId}`).digest();
  }
}

const cookieName = 'sluice_browser';
