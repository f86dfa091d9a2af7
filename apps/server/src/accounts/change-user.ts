import type { Role, User } from '@sluice/schema';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import type { Database } from '../storage/database.ts';
import { deleteSessionsOf } from '../storage/sessions.ts';
import { takeTurn } from '../storage/settings.ts';
import {
  type UserRow,
  countOtherAdministrators,
  deleteUser,
  findUser,
  updateUser,
} from '../storage/users.ts';
import { integrationNameInput } from './account-schemas.ts';
import { refuseTaken } from './add-user.ts';
import { hashPassword } from './password-hash.ts';
import { nameOf, recordAudit } from './record-audit.ts';
import { asUser } from './user-directory.ts';

/** What an administrator may change of a user; what is absent stays. */
export interface UserChanges {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
  readonly password?: string | undefined;
}

/**
 * Changes a user; a new password or disabling ends their sessions. Throws 404, and 409 when nobody
 * would be left to administer.
 */
export async function changeUser(
  db: Database,
  { id, changes, actor }: { id: string; changes: UserChanges; actor: User },
): Promise<User> {
  if (changes.password !== undefined && id === actor.id) {
    throw new HttpProblem(403, 'Change your own password under "My account".');
  }
  const passwordHash = changes.password && (await hashPassword(changes.password));
  return db.transaction().execute(async (transaction) => {
    await takeTurn(transaction, 'users');
    const before = await findOrRefuse(transaction, id);
    const after: UserRow = {
      ...before,
      name: changes.name ?? before.name,
      role: changes.role ?? before.role,
      disabled: changes.disabled === undefined ? before.disabled : Number(changes.disabled),
      password_hash: passwordHash ?? before.password_hash,
    };
    refuseUnfitName(after);
    await refuseTaken(transaction, after);
    if (after.role !== 'admin' || after.disabled !== 0) await keepOne(transaction, before);

    await updateUser(transaction, id, after);
    if (passwordHash || after.disabled !== 0) await deleteSessionsOf(transaction, id);
    await recordAudit(transaction, {
      actor,
      action: 'user.changed',
      subject: nameOf(asUser(before)),
      detail: describe(before, after),
    });
    return asUser(after);
  });
}

/** Deletes a user. Throws 404, and 409 when nobody would be left to administer. */
export async function removeUser(db: Database, id: string, actor: User): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await takeTurn(transaction, 'users');
    const row = await findOrRefuse(transaction, id);
    await keepOne(transaction, row);
    await deleteUser(transaction, id);
    const subject = nameOf(asUser(row));
    await recordAudit(transaction, { actor, action: 'user.deleted', subject });
  });
}

async function findOrRefuse(db: Database, id: string): Promise<UserRow> {
  const row = await findUser(db, id);
  if (!row) throw notFound('user');
  return row;
}

/** Integration users cannot log in to the screens, so they do not count as somebody who can. */
async function keepOne(db: Database, leaving: UserRow): Promise<void> {
  const counts = leaving.kind === 'person' && leaving.role === 'admin' && leaving.disabled === 0;
  if (!counts || (await countOtherAdministrators(db, leaving.id)) > 0) return;
  throw new HttpProblem(
    409,
    'This is the last administrator. Make somebody else an administrator first.',
  );
}

function refuseUnfitName({ kind, name }: UserRow): void {
  const result = kind === 'integration' ? integrationNameInput.safeParse(name) : undefined;
  if (result?.error) throw new HttpProblem(400, `body.name: ${result.error.issues[0]?.message}`);
}

function describe(before: UserRow, after: UserRow): string {
  const parts = [
    before.name !== after.name && `name: ${after.name}`,
    before.role !== after.role && `role: ${before.role} to ${after.role}`,
    before.disabled !== after.disabled && (after.disabled ? 'disabled' : 'enabled'),
    before.password_hash !== after.password_hash && 'new password',
  ];
  return parts.filter((part) => part !== false).join(', ');
}
