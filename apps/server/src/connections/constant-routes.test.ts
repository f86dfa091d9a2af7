import type { User } from '@sluice/schema';
import { expect, test } from 'vitest';
import { openSqlite } from '../storage/open-sqlite.ts';
import { constantRoutes } from './constant-routes.ts';
import { serveTestRoutes } from './serve-test-routes.ts';

test('constants are made, changed, listed by name and deleted', async () => {
  const storage = openSqlite(':memory:');
  const audited: string[] = [];
  const audit = async (actor: User | 'system', action: string, subject: string) =>
    void audited.push(`${actor === 'system' ? actor : actor.name} ${action} ${subject}`);
  const served = await serveTestRoutes(constantRoutes({ db: storage.db, audit }));

  const team = await served.call('POST', '/constants', { name: 'Team', value: '7' });
  await served.call('POST', '/constants', { name: 'Area', value: '' });
  const id = String(team.body['id']);

  expect(team).toMatchObject({ status: 201, body: { name: 'Team', value: '7' } });
  expect((await served.call('POST', '/constants', { name: 'Team', value: '8' })).status).toBe(409);
  expect((await served.call('PUT', `/constants/${id}`, { name: 'Area', value: '8' })).status).toBe(
    409,
  );
  expect((await served.call('PUT', '/constants/none', { name: 'Other', value: '8' })).status).toBe(
    404,
  );
  expect(
    (await served.call('PUT', `/constants/${id}`, { name: 'Team', value: '9' })).body['value'],
  ).toBe('9');
  expect((await served.call('GET', '/constants')).body['items']).toMatchObject([
    { name: 'Area' },
    { name: 'Team', value: '9' },
  ]);
  expect((await served.call('DELETE', `/constants/${id}`)).status).toBe(204);
  expect((await served.call('DELETE', `/constants/${id}`)).status).toBe(404);
  expect(audited).toEqual([
    'Ada constant.created Team',
    'Ada constant.created Area',
    'Ada constant.changed Team',
    'Ada constant.deleted Team',
  ]);
  served.role = 'viewer';
  expect((await served.call('POST', '/constants', {})).status).toBe(403);
  await served.close();
  await storage.close();
});
