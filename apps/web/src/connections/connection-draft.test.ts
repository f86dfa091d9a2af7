import type { FieldManifest } from '@sluice/schema';
import { expect, test } from 'vitest';
import { findDraftErrors, typedValues } from './connection-draft.ts';

const fields: Record<string, FieldManifest> = {
  server: field('Resource server', { required: true }),
  secret: field('Client secret', { required: true, control: 'secret' }),
  budget: field('Requests', { type: 'number' }),
};

test('a new connection needs a name and every required value', () => {
  expect(findDraftErrors({ name: ' ', values: {} }, fields, true)).toEqual({
    name: 'Give the connection a name.',
    server: 'Resource server is needed.',
    secret: 'Client secret is needed.',
  });
});

test('an existing connection keeps what is left alone', () => {
  expect(findDraftErrors({ name: 'Acme', values: {} }, fields, false)).toEqual({});
});

test('a required value of an existing connection cannot be emptied', () => {
  expect(findDraftErrors({ name: 'Acme', values: { server: '' } }, fields, false)).toEqual({
    server: 'Resource server is needed.',
  });
});

test('a number must be one', () => {
  const values = { server: 'x', secret: 'y', budget: 'many' };

  expect(findDraftErrors({ name: 'Acme', values }, fields, true)).toEqual({
    budget: 'Enter a number.',
  });
});

test('a number is sent as one, and an emptied value as empty', () => {
  const values = { server: '', budget: ' 700 ' };

  expect(typedValues({ name: 'Acme', values }, fields)).toEqual({ server: '', budget: 700 });
});

function field(label: string, part: Partial<FieldManifest>): FieldManifest {
  return { control: 'text', label, required: false, type: 'text', group: 'main', ...part };
}
