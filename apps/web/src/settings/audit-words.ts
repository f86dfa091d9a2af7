/**
 * An action of the audit log in words: `flow.published` becomes “Flow published”. The names of
 * actions are made of words already, so none has to be listed here.
 */
export function auditWords(action: string): string {
  const words = action.replaceAll(/[.-]/g, ' ').replace(/^api\b/, 'API');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
