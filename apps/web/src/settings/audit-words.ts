import type { AuditEntry } from '../api/audit.ts';
import { saySentence } from '../words/say-sentence.ts';
import { sayOfServer } from '../words/say.ts';

/**
 * An action of the audit log in words: `flow.published` becomes “Flow published”. The names of
 * actions are made of English words already, so only other languages list them.
 */
export function auditWords(action: string): string {
  const said = sayOfServer(['audit', action]);
  if (said !== undefined) return said;
  const words = action.replaceAll(/[.-]/g, ' ').replace(/^api\b/, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type AboutEntry = Pick<AuditEntry, 'action' | 'subject' | 'detail'>;

/** What an entry is about: a name that somebody gave, or a word of the server's. */
export function auditSubject({ action, subject }: AboutEntry): string {
  return action.startsWith('retention.') ? saySentence(subject) : subject;
}

/** The page of what an entry is about; undefined where it has none, or none any more. */
export function auditAddress({ action, subject, detail }: AboutEntry): string | undefined {
  if (isFlowId({ action, detail }) && action !== 'flow.deleted') return `/flows/${String(detail)}`;
  if (/^run\.(cancelled|retried|repeated)$/.test(action)) return `/runs/${subject}`;
  return action === 'signal.run' ? `/signals?signal=${subject}` : undefined;
}

/** Whether an entry's detail only says which flow its subject is the name of. */
export function isFlowId({ action, detail }: Omit<AboutEntry, 'subject'>): boolean {
  return action.startsWith('flow.') && typeof detail === 'string' && /^[0-9a-z]{26}$/.test(detail);
}
