import { expect, test } from 'vitest';
import { tagSchema, tagsSchema } from './tag.ts';

test('tags are trimmed and kept once, as they were written first', () => {
  expect(tagsSchema.parse([' Night desk', 'halo', 'NIGHT DESK', 'Halo '])).toEqual([
    'Night desk',
    'halo',
  ]);
});

test.each([
  ['nothing', '  ', /word/],
  ['a comma', 'a,b', /Commas/],
  ['a line break', 'a\nb', /control/],
  ['too many letters', 'x'.repeat(41), /40/],
])('%s is no tag', (_what, tag, message) => {
  expect(tagSchema.safeParse(tag).error?.issues[0]?.message).toMatch(message);
});

test('a flow has twenty tags at most', () => {
  const tags = Array.from({ length: 21 }, (_, index) => `tag ${index}`);
  expect(tagsSchema.safeParse(tags.slice(1)).success).toBe(true);
  expect(tagsSchema.safeParse(tags).error?.issues[0]?.message).toMatch(/20/);
});
