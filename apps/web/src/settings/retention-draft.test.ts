import { expect, test } from 'vitest';
import { draftOf, readDraft } from './retention-draft.ts';

const retention = {
  succeededDays: 30,
  failedDays: 90,
  mostRuns: 1_000_000,
  signalDays: 90,
  refusedDays: 7,
  mostSignals: 2_000_000,
};

test('what is not changed is saved as it was', () => {
  expect(readDraft(draftOf(retention))).toEqual({ retention, errors: {} });
});

test('what is no fitting number is refused, each by its name', () => {
  const draft = { ...draftOf(retention), succeededDays: '0', failedDays: '', mostRuns: '5.5' };
  const { errors } = readDraft(draft);
  expect(Object.keys(errors).toSorted()).toEqual(['failedDays', 'mostRuns', 'succeededDays']);
  expect(errors.succeededDays).toContain('1 to 3,650');
});
