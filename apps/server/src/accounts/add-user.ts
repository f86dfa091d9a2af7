import type { Role, User } from '@sluice/schema';
import { HttpProblem } from '../http/http-problem.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { takeTurn } from '../storage/settings.ts';
import { type UserRow, findIntegrationUser, findPerson, insertUser } from '../storage/users.ts';
import { hashPassword } from './password-hash.ts';
import { nameOf, recordAudit } from './record-audit.ts';
import { asUser } from './user-directory.ts';

/** Somebody to add, as an administrator describes them. */
export type NewUser =
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly email: string;
      readonly password: string;
      readonly role: Role;
    }
  | {
      readonly kind: 'integration';
      readonly name: string;
      readonly password?: string | undefined;
      readonly role: Role;
    };

/** Adds a user. Throws 409 when the e-mail, or the name of an integration user, is taken. */
export async function addUser(db: Database, wanted: NewUser, actor: User): Promise<User> {
  // Outside the transaction: hashing is slow and would hold up every other writer.
  const passwordHash = wanted.password === undefined ? null : await hashPassword(wanted.password);
  const row: UserRow = {
    id: newId(),
    name: wanted.name,
    email: wanted.kind === 'person' ? wanted.email : null,
    kind: wanted.kind,
    role: wanted.role,
    password_hash: passwordHash,
    disabled: 0,
    created_at: Date.now(),
  };
  const user = asUser(row);
  await db.transaction().execute(async (transaction) => {
    await takeTurn(transaction, 'users');
    await refuseTaken(transaction, row);
    await insertUser(transaction, row);
    const subject = nameOf(user);
    await recordAudit(transaction, { actor, action: 'user.created', subject, detail: user.role });
  });
  return user;
}

/** Throws 409 when somebody else would log in by the same e-mail or name. */
export async function refuseTaken(db: Database, row: UserRow): Promise<void> {
  const other =
    row.email === null ? await findIntegrationUser(db, row.name) : await findPerson(db, row.email);
  if (!other || other.id === row.id) return;
  throw new HttpProblem(
    409,
    row.email === null
      ? 'There is an integration user with that name already. Choose another name.'
      : 'Somebody has that e-mail address already. Use another one.',
  );
}
