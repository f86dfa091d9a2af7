import { createHmac, randomBytes } from 'node:crypto';
import type { User } from '@sluice/schema';
import { findApiKey, findApiKeyByKey, touchApiKey } from '../storage/api-keys.ts';
import type { Database } from '../storage/database.ts';
import { findIntegrationUser, findPerson } from '../storage/users.ts';
import { apiKeyPrefix, secretFits } from './api-key-secret.ts';
import type { ClientTokens } from './client-tokens.ts';
import type { LoginThrottle } from './login-throttle.ts';
import { passwordFits } from './password-hash.ts';
import { Remembered } from './remembered.ts';
import type { UserDirectory } from './user-directory.ts';

/**
 * Tells who presents a password, a key or a token, fast enough for every webhook. What was found
 * right stays known for a minute, under a keyed hash that only this process can make, so
 * the memory holds no secret; any change of a user or key forgets it. What was found wrong is
 * checked anew each time. Whether the user is disabled is asked at every use.
 */
export class Credentials {
  readonly #db: Database;
  readonly #directory: UserDirectory;
  readonly #tokens: ClientTokens;
  readonly #throttle: LoginThrottle;
  readonly #fingerprintKey = randomBytes(32);
  /** The user, by the fingerprint of what was presented. */
  readonly #known = new Remembered<{ readonly userId: string; readonly keyId?: string }>({
    milliseconds: 60_000,
    most: 10_000,
  });

  constructor(
    db: Database,
    directory: UserDirectory,
    { throttle, tokens }: { throttle: LoginThrottle; tokens: ClientTokens },
  ) {
    this.#db = db;
    this.#directory = directory;
    this.#throttle = throttle;
    this.#tokens = tokens;
    directory.onChange(() => this.#known.clear());
  }

  /**
   * The active user with this e-mail (people) or name (integration users) and password. Throws
   * 429 when there were too many wrong ones for that name from that address.
   */
  async byPassword(login: string, password: string, address: string): Promise<User | undefined> {
    const found = await this.#known.get(
      this.#fingerprint('password', login, password),
      async () => {
        const row = login.includes('@')
          ? await findPerson(this.#db, login)
          : await findIntegrationUser(this.#db, login);
        const right = await this.#throttle.guard({ account: login, address }, () =>
          passwordFits(password, row?.password_hash),
        );
        return right && row ? { userId: row.id } : undefined;
      },
    );
    return found && this.#directory.activeById(found.userId);
  }

  /** The active user of an API key. */
  async byApiKey(key: string, secret: string): Promise<User | undefined> {
    const found = await this.#findKey(key, secret);
    return found && this.#directory.activeById(found.userId);
  }

  /** The active user of the API key that a token was made for. */
  async byToken(token: string): Promise<User | undefined> {
    const keyId = this.#tokens.read(token);
    if (keyId === undefined) return undefined;
    const found = await this.#known.get(this.#fingerprint('token', keyId), async () => {
      const row = await findApiKey(this.#db, keyId);
      if (row) await this.#touch(row);
      return row && { userId: row.user_id };
    });
    return found && this.#directory.activeById(found.userId);
  }

  /** A token for an API key, or undefined when the key is wrong or its user disabled. */
  async issueToken(key: string, secret: string): Promise<string | undefined> {
    const found = await this.#findKey(key, secret);
    if (found?.keyId === undefined) return undefined;
    const user = await this.#directory.activeById(found.userId);
    return user && this.#tokens.sign(found.keyId);
  }

  async #findKey(key: string, secret: string) {
    // Triggers that take any method try names here as well; those need no look into the database.
    if (!key.startsWith(apiKeyPrefix)) return undefined;
    return this.#known.get(this.#fingerprint('api-key', key, secret), async () => {
      const row = await findApiKeyByKey(this.#db, key);
      if (!secretFits(secret, row?.secret_hash) || !row) return undefined;
      await this.#touch(row);
      return { userId: row.user_id, keyId: row.id };
    });
  }

  async #touch(row: { readonly id: string; readonly last_used_at: number | null }): Promise<void> {
    const now = Date.now();
    if (now - (row.last_used_at ?? 0) >= 60_000) await touchApiKey(this.#db, row.id, now);
  }

  #fingerprint(...parts: readonly string[]): string {
    const text = JSON.stringify(parts);
    return createHmac('sha256', this.#fingerprintKey).update(text).digest('base64');
  }
}
