import type { Role, User } from '@sluice/schema';
import type { NewUser, UserChange } from '../api/users.ts';
import { emailError, nameError, passwordError } from '../accounts/account-errors.ts';

/** A user while its dialog is open. */
export interface UserDraft {
  readonly kind: User['kind'];
  readonly name: string;
  readonly email: string;
  /** Empty: none is set, or the old one stays. */
  readonly password: string;
  readonly role: Role;
}

export function startUserDraft(user: User | undefined): UserDraft {
  return {
    kind: user?.kind ?? 'person',
    name: user?.name ?? '',
    email: user?.email ?? '',
    password: '',
    role: user?.role ?? 'builder',
  };
}

/** What keeps a draft from being saved. Only a new person must be given a password. */
export function findUserErrors(draft: UserDraft, isNew: boolean) {
  const isPerson = draft.kind === 'person';
  const needsPassword = isNew && isPerson;
  return {
    name: nameError(draft.name),
    email: isPerson && isNew ? emailError(draft.email) : undefined,
    password: needsPassword || draft.password !== '' ? passwordError(draft.password) : undefined,
  };
}

export function newUserOf({ kind, name, email, password, role }: UserDraft): NewUser {
  if (kind === 'person') {
    return { kind, name: name.trim(), email: email.trim(), password, role };
  }
  return { kind, name: name.trim(), role, ...(password !== '' && { password }) };
}

/** Only what differs, so that a change of the name does not touch the role. */
export function changeOf(user: User, { name, role, password }: UserDraft): UserChange {
  return {
    id: user.id,
    ...(name.trim() !== user.name && { name: name.trim() }),
    ...(role !== user.role && { role }),
    ...(password !== '' && { password }),
  };
}
