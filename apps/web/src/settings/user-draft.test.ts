import type { User } from '@sluice/schema';
import { expect, test } from 'vitest';
import { changeOf, findUserErrors, newUserOf, startUserDraft } from './user-draft.ts';

const kim: User = {
  id: '1',
  name: 'Kim',
  email: 'kim@example.com',
  kind: 'person',
  role: 'builder',
  disabled: false,
  createdAt: '2026-01-01T00:00:00Z',
};

test('a new person needs a name, an email address and a password', () => {
  const errors = findUserErrors(startUserDraft(undefined), true);

  expect(Object.values(errors).every((error) => error !== undefined)).toBe(true);
});

test('an integration user needs only a name', () => {
  const draft = { ...startUserDraft(undefined), kind: 'integration' as const, name: 'halo' };

  expect(findUserErrors(draft, true)).toEqual({});
  expect(newUserOf(draft)).toEqual({ kind: 'integration', name: 'halo', role: 'builder' });
});

test('a password that is left empty is not changed', () => {
  const draft = { ...startUserDraft(kim), name: 'Kim Dale' };

  expect(findUserErrors(draft, false)).toEqual({});
  expect(changeOf(kim, draft)).toEqual({ id: '1', name: 'Kim Dale' });
});
