import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

const wrong = [
  '',
  'x',
  'next',
  '2',
  '-1',
  '01JV0000000000000000000000',
  '01jv000000000000000000000',
  '01jv00000000000000000000000',
  'zzzzzzzzzzzzzzzzzzzzzzzzzz',
  '01jv000000000000000000000u',
  "01jv0000000000000000000' --",
  '01jv000000000000000000000\u0000',
  '../01jv0000000000000000000',
  '0'.repeat(10_000),
];

test.each(['/runs', '/signals', '/audit'])(
  'a cursor that no list has given is refused by %s, and brings no first page',
  async (path) => {
    for (const cursor of wrong) {
      const { status, body } = await sluice.admin.send(
        `GET ${path}?cursor=${encodeURIComponent(cursor)}`,
      );
      expect([cursor, status]).toEqual([cursor, 400]);
      expect(JSON.stringify(body)).toContain('cursor');
    }
    const twice = '01jv0000000000000000000000';
    const { status } = await sluice.admin.send(`GET ${path}?cursor=${twice}&cursor=${twice}`);
    expect(status).toBe(400);
  },
);

test.each(['/runs', '/signals', '/audit'])(
  'a page of %s goes on behind a cursor whose own entry is gone',
  async (path) => {
    const cursor = '01jv0000000000000000000000';
    const { status, body } = await sluice.admin.send(`GET ${path}?cursor=${cursor}`);
    expect(status).toBe(200);
    expect(body).toEqual({ items: [] });
  },
);

test.each(['/runs', '/signals', '/audit'])(
  'a length that is none is refused by %s',
  async (path) => {
    for (const limit of ['0', '-1', '201', '1e9', '1.5', 'all', 'NaN', 'Infinity', '0x10g']) {
      const { status } = await sluice.admin.send(`GET ${path}?limit=${limit}`);
      expect([limit, status]).toEqual([limit, 400]);
    }
  },
);
