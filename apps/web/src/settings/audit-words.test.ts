import { expect, test } from 'vitest';
import { auditAddress, auditWords } from './audit-words.ts';

test.each([
  ['flow.published', 'Flow published'],
  ['api-key.created', 'API key created'],
  ['trigger.set-up-removed', 'Trigger set up removed'],
])('the action %s reads “%s”', (action, words) => {
  expect(auditWords(action)).toBe(words);
});

const id = '01m8cs2pft000000sv8w3ce1pq';

test.each([
  [{ action: 'flow.created', subject: 'Night desk', detail: id }, `/flows/${id}`],
  [{ action: 'flow.deleted', subject: 'Night desk', detail: id }, undefined],
  [{ action: 'flow.published', subject: 'Night desk', detail: 'version 1' }, undefined],
  [{ action: 'run.retried', subject: id }, `/runs/${id}`],
  [{ action: 'signal.run', subject: id }, `/signals?signal=${id}`],
  [{ action: 'constant.created', subject: 'Team' }, undefined],
])('what %j is about is shown at %s', (entry, address) => {
  expect(auditAddress(entry)).toBe(address);
});
