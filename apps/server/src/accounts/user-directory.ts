import type { User } from '@sluice/schema';
import type { Database } from '../storage/database.ts';
import { type UserRow, findUser } from '../storage/users.ts';
import { Remembered } from './remembered.ts';

/** Hears that what a user may do has changed: role, password, keys, log-out, disabled, deleted. */
export type AccessListener = (userId: string) => void;

/** Who is who, answered from memory. Whoever changes a user or a key must say so with `changed`. */
export class UserDirectory {
  readonly #db: Database;
  readonly #listeners = new Set<AccessListener>();
  // Short, so that one process also learns soon what another one changed.
  readonly #users = new Remembered<User>({ milliseconds: 5_000, most: 10_000 });

  constructor(db: Database) {
    this.#db = db;
  }

  /** The user as it is now, or undefined when deleted; disabled ones are found and say so. */
  async byId(id: string): Promise<User | undefined> {
    return this.#users.get(id, async () => {
      const row = await findUser(this.#db, id);
      return row && asUser(row);
    });
  }

  /** The user, unless disabled or deleted. */
  async activeById(id: string): Promise<User | undefined> {
    const user = await this.byId(id);
    return user?.disabled ? undefined : user;
  }

  changed(userId: string): void {
    this.#users.clear();
    for (const listener of this.#listeners) listener(userId);
  }

  /** Returns the function that stops listening. */
  onChange(listener: AccessListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A user as everybody may see it: without the password's hash. */
export function asUser(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    ...(row.email !== null && { email: row.email }),
    kind: row.kind,
    role: row.role,
    disabled: row.disabled !== 0,
    createdAt: new Date(row.created_at).toISOString(),
  };
}
