import { expect, it } from 'vitest';
import type { PerWayLine } from '@sluice/schema';
import { wayValue, withWayValue } from './way-values.ts';

const here = { source: 'a', exit: 'next' };
const gone = { source: 'b', exit: 'error' };
const line: PerWayLine = {
  id: 'l',
  name: [{ text: 'ticket' }],
  values: [{ ...gone, value: [{ text: 'kept' }] }],
};

it('a value is that of its way alone', () => {
  const written = withWayValue(line, here, [{ text: 'new' }]);
  expect(wayValue(written, here)).toEqual([{ text: 'new' }]);
  expect(wayValue(written, { ...here, exit: 'error' })).toEqual([]);
  const again = withWayValue(written, here, []);
  expect(again.values).toHaveLength(2);
  expect(wayValue(again, here)).toEqual([]);
});

it('the value of a way that is not drawn just now stays', () => {
  expect(wayValue(withWayValue(line, here, [{ text: 'new' }]), gone)).toEqual([{ text: 'kept' }]);
});
