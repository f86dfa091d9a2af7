import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestSluice } from '../testing/test-sluice.ts';

let sluice: TestSluice;
beforeAll(async () => {
  sluice = await TestSluice.start();
});
afterAll(() => sluice.close());

const usual = {
  succeededDays: 30,
  failedDays: 90,
  mostRuns: 1_000_000,
  signalDays: 90,
  refusedDays: 7,
  mostSignals: 2_000_000,
};

test('administrators read and change how long things are kept, and nobody else', async () => {
  const path = '/settings/retention';
  expect((await sluice.admin.send(`GET ${path}`)).body).toEqual(usual);
  const changed = { ...usual, succeededDays: 3 };
  expect(await sluice.admin.send(`PUT ${path}`, changed)).toMatchObject({ status: 200 });
  expect((await sluice.admin.send(`GET ${path}`)).body).toEqual(changed);
  for (const role of ['builder', 'operator', 'viewer'] as const) {
    const { browser } = await sluice.logInAs(role);
    expect((await browser.send(`GET ${path}`)).status).toBe(403);
    expect((await browser.send(`PUT ${path}`, usual)).status).toBe(403);
  }
  const log = await sluice.admin.send('GET /audit?limit=200');
  expect(log.body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        action: 'retention.changed',
        detail:
          'Runs 3 days, failed ones 90, 1000000 at most. Signals 90 days, refused ones 7, 2000000 at most.',
      }),
    ]),
  });
});

test('a retention that would lose everything or says too little is refused', async () => {
  for (const body of [
    {},
    { ...usual, succeededDays: 0 },
    { ...usual, failedDays: 1.5 },
    { ...usual, mostRuns: 10 },
    { ...usual, forever: true },
    { ...usual, refusedDays: '7' },
  ]) {
    expect((await sluice.admin.send('PUT /settings/retention', body)).status).toBe(400);
  }
});
