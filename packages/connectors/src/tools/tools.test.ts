import { expect, test } from 'vitest';
import { catalogue } from '../index.ts';

test('no tool changes anything outside of its run, so none warns before a test of it', () => {
  const tools = catalogue.connectors.find(({ id }) => id === 'tools');
  expect(tools?.steps.filter(({ changes }) => changes !== false)).toEqual([]);
  expect(tools?.steps.length).toBeGreaterThan(0);
});
