import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { takeTurn } from '../storage/settings.ts';
import { administratorExists, findPerson, insertUser } from '../storage/users.ts';
import { hashPassword } from './password-hash.ts';
import { nameOf, recordAudit } from './record-audit.ts';
import { asUser } from './user-directory.ts';

/** A person who is to administer, before anybody can say so. */
export interface NewAdministrator {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly password: string;
}

/**
 * Makes the first administrator and returns their id; undefined when there is one already. Looking
 * and adding are one transaction, so of two set-ups at the same time one fails.
 */
export async function createFirstAdministrator(
  db: Database,
  person: NewAdministrator,
): Promise<string | undefined> {
  return insertUnless(db, person, administratorExists);
}

/**
 * Makes the administrator that the configuration names, unless somebody has that e-mail. Then it
 * changes nothing: a password changed in the screens must survive a restart.
 */
export async function ensureAdministrator(
  db: Database,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const taken = async (where: Database) => (await findPerson(where, email)) !== undefined;
  if (await taken(db)) return;
  await insertUnless(db, { name: 'Administrator', email, password }, taken);
}

async function insertUnless(
  db: Database,
  { name, email, password }: NewAdministrator,
  refused: (db: Database) => Promise<boolean>,
): Promise<string | undefined> {
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (transaction) => {
    await takeTurn(transaction, 'users');
    if (await refused(transaction)) return undefined;
    const row = {
      id: newId(),
      name,
      email,
      kind: 'person',
      role: 'admin',
      password_hash: passwordHash,
      disabled: 0,
      created_at: Date.now(),
    } as const;
    await insertUser(transaction, row);
    const actor = asUser(row);
    await recordAudit(transaction, {
      actor,
      action: 'user.created',
      subject: nameOf(actor),
      detail: 'admin',
    });
    return row.id;
  });
}
