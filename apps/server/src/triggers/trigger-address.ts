import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TriggerAuthentication } from '@sluice/schema';
import type { TriggerRow } from '../storage/database.ts';

type Row = Pick<TriggerRow, 'id' | 'generation'>;

/** Keys kept at once. */
const MOST_KEPT = 1000;

/**
 * The addresses and secrets of triggers. Keys are derived from the server's secret key and never
 * stored, so a stolen database opens no trigger; rotating counts the generation up.
 */
export class TriggerAddresses {
  readonly #publicUrl: () => string;
  readonly #key: Buffer;
  /** What a trigger that is called right now was found to have; small, as most calls are for a few. */
  readonly #urlKeys = new Map<string, string>();

  constructor(publicUrl: () => string, key: Buffer) {
    this.#publicUrl = publicUrl;
    this.#key = key;
  }

  /** What the other system posts to. With URL authentication the key is part of it. */
  urlOf(row: Row, authentication: TriggerAuthentication): string {
    const url = `${this.#publicUrl()}/api/integration/1/functions/${row.id}/triggers`;
    const inUrl = authentication === 'url' || authentication === 'any';
    return inUrl ? `${url}?apiKey=${this.#urlKey(row)}` : url;
  }

  /** Whether a key from a URL is this trigger's. Takes the same time for every wrong one. */
  isUrlKey(row: Row, given: string): boolean {
    const wanted = Buffer.from(this.#urlKey(row));
    const offered = Buffer.from(given);
    return offered.length === wanted.length && timingSafeEqual(offered, wanted);
  }

  /** The secret that a sender signs with, in the form Standard Webhooks gives it. */
  signingSecret(row: Row): string {
    return `whsec_${this.#derive('sign', row).toString('base64')}`;
  }

  /** Where OAuth senders get their token. */
  get tokenUrl(): string {
    return `${this.#publicUrl()}/api/integration/1/oauth/token`;
  }

  #urlKey(row: Row): string {
    const name = `${row.id} ${row.generation}`;
    const known = this.#urlKeys.get(name);
    if (known !== undefined) return known;
    const key = this.#derive('url', row).toString('base64url');
    if (this.#urlKeys.size >= MOST_KEPT) this.#urlKeys.clear();
    this.#urlKeys.set(name, key);
    return key;
  }

  #derive(use: string, { id, generation }: Row): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${use} ${id} ${generation}`)
      .digest()
      .subarray(0, 24);
  }
}
