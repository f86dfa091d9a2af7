import { expect, test } from 'vitest';
import { rememberOffer, wasOffered } from './tour-memory.ts';

function storeOf(text: string | null) {
  return {
    getItem: () => text,
    setItem: (_key: string, next: string) => {
      text = next;
    },
  };
}

test('each person who shares a browser is offered the tour once', () => {
  const store = storeOf(null);
  expect(wasOffered('ada', store)).toBe(false);
  rememberOffer('ada', store);
  rememberOffer('ada', store);
  expect([wasOffered('ada', store), wasOffered('kim', store)]).toEqual([true, false]);
  rememberOffer('kim', store);
  expect([wasOffered('ada', store), wasOffered('kim', store)]).toEqual([true, true]);
  expect(store.getItem()).toBe('["ada","kim"]');
});

test.each(['', 'nonsense', '{}', '[1]'])(
  'what cannot be read counts as never offered: %s',
  (text) => {
    expect(wasOffered('ada', storeOf(text))).toBe(false);
  },
);

test('a store that takes nothing does no harm', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => rememberOffer('ada', full)).not.toThrow();
});
