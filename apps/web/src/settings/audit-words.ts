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
