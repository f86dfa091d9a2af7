import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type DateStyle, type PillFormat, dateStyles, formatValue } from './pill-format.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const cases: readonly (readonly [string, PillFormat, unknown, unknown])[] = [
  ['upper case', { name: 'upper' }, 'straße', 'STRASSE'],
  ['lower case', { name: 'lower' }, 'ÄB', 'äb'],
  ['trimmed', { name: 'trim' }, '\n a b \t', 'a b'],
  ['JSON of a value', { name: 'json' }, { a: [1, 'x'] }, '{"a":[1,"x"]}'],
  ['JSON of nothing', { name: 'json' }, undefined, 'null'],
  ['a number from text', { name: 'number' }, ' 4.5 ', 4.5],
  ['text that is no number', { name: 'number' }, '4 apples', '4 apples'],
  ['nothing, which is no number', { name: 'number' }, '', ''],
  [
    'escaped HTML',
    { name: 'escape-html' },
    `<a href="x" id='y'>&`,
    '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;',
  ],
  ['a default for nothing', { name: 'default', value: 'none' }, null, 'none'],
  ['a default for empty text', { name: 'default', value: 'none' }, '', 'none'],
  ['no default for zero', { name: 'default', value: 'none' }, 0, 0],
  ['no default for no', { name: 'default', value: 'none' }, false, false],
  ['cut text', { name: 'truncate', length: 4 }, 'abcdef', 'abc…'],
  ['text short enough', { name: 'truncate', length: 6 }, 'abcdef', 'abcdef'],
  ['an emoji in one piece', { name: 'truncate', length: 2 }, '😀😀😀', '😀…'],
  ['the first of a list', { name: 'pick', position: 0 }, ['a', 'b'], 'a'],
  ['the last of a list', { name: 'pick', position: -1 }, ['a', 'b'], 'b'],
  ['nothing beyond a list', { name: 'pick', position: 7 }, ['a', 'b'], undefined],
  ['a pick from no list', { name: 'pick', position: 0 }, 'ab', 'ab'],
  ['a joined list', { name: 'join', separator: ', ' }, ['a', 2, { b: 1 }], 'a, 2, {"b":1}'],
  ['a join of no list', { name: 'join', separator: ', ' }, 'a', 'a'],
];

test.each(cases)('writes %s', (...[, format, value, written]) => {
  expect(formatValue(value, [format])).toEqual(written);
});

test.each<[DateStyle, unknown]>([
  ['iso', '2026-09-25T06:40:51Z'],
  ['date', '2026-09-25'],
  ['time', '06:40'],
  ['date-time', '2026-09-25 06:40'],
  ['unix', 1_790_318_451],
])('writes a date as %s', (style, written) => {
  const date = { name: 'date', style } as const;
  const spellings = ['2026-09-25T06:40:51.1274385Z', '2026-09-25 08:40:51+02:00', 1_790_318_451];
  for (const value of spellings) expect(formatValue(value, [date])).toBe(written);
});

test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])(
  'a date without a zone is read in UTC, also in %s, so that server and browser agree',
  (TZ) => {
    process.env['TZ'] = TZ;
    const date = (value: unknown) => formatValue(value, [{ name: 'date', style: 'date-time' }]);
    expect(date('2026-09-25T06:40:51')).toBe('2026-09-25 06:40');
    expect(date('2026-09-25')).toBe('2026-09-25 00:00');
  },
);

test.each(['Ticket 12', '12', 'yesterday', '2026-13-45', '', '31.12.2026', null, ['x'], 1e20])(
  '%j is no date and passes through unchanged',
  (value) => {
    for (const style of dateStyles)
      expect(formatValue(value, [{ name: 'date', style }])).toBe(value);
  },
);

test('formats apply in order', () => {
  const formats: PillFormat[] = [
    { name: 'default', value: ' none ' },
    { name: 'trim' },
    { name: 'upper' },
  ];
  expect(formatValue(undefined, formats)).toBe('NONE');
});

test('no value makes a format throw, and escaped text holds no markup', () => {
  const formats: PillFormat[] = [
    { name: 'upper' },
    { name: 'number' },
    { name: 'json' },
    { name: 'truncate', length: 3 },
    { name: 'pick', position: 2 },
    { name: 'join', separator: '' },
    { name: 'date', style: 'iso' },
  ];
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...formats), (value, format) => {
      formatValue(value, [format]);
      expect(formatValue(value, [{ name: 'escape-html' }])).not.toMatch(/[<>"']/);
    }),
  );
});
