import type { User } from '@sluice/schema';
import { insertAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';

/** Who did what to what. */
export interface AuditEntry {
  readonly actor: User | 'system';
  /** `noun.pastVerb`, such as `user.created`. */
  readonly action: string;
  /** What it was done to, as a person would name it. */
  readonly subject: string;
  readonly detail?: string | undefined;
}

/**
 * Adds an entry to the audit log. Inside a transaction it takes the transaction, so that a change
 * and its entry are kept together or not at all.
 */
export async function recordAudit(db: Database, entry: AuditEntry): Promise<void> {
  const { actor, action, subject, detail = '' } = entry;
  const at = Date.now();
  await insertAudit(db, {
    id: newId(at),
    at,
    actor: actor === 'system' ? 'system' : nameOf(actor),
    action,
    subject,
    detail,
  });
}

/** A user as the audit log names them: names need not be unique, e-mails are. */
export function nameOf(user: Pick<User, 'name' | 'email'>): string {
  return user.email === undefined ? user.name : `${user.name} <${user.email}>`;
}
