import { expect, test } from 'vitest';
import { auditWords } from './audit-words.ts';

test.each([
  ['flow.published', 'Flow published'],
  ['api-key.created', 'API key created'],
  ['trigger.set-up-removed', 'Trigger set up removed'],
])('the action %s reads “%s”', (action, words) => {
  expect(auditWords(action)).toBe(words);
});
