import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HaloSimulator } from '../halo-simulator.ts';
import { startHaloSimulator } from '../start-halo-simulator.ts';
import { askForToken, haloClient } from '../testing/halo-client.ts';

let halo: HaloSimulator;
beforeEach(async () => {
  halo = await startHaloSimulator();
});
afterEach(() => halo.close());

test('a token answer has all six keys', async () => {
  const { status, json } = await askForToken(halo, {}, '?tenant=example');

  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual([
    'scope',
    'token_type',
    'access_token',
    'expires_in',
    'refresh_token',
    'id_token',
  ]);
  expect(json).toMatchObject({ scope: 'all', token_type: 'Bearer', expires_in: 3600 });
});

test('the tenant can be sent in the form instead', async () => {
  expect((await askForToken(halo, { tenant: 'example' })).status).toBe(200);
});

test('a wrong secret is a 401 invalid_client', async () => {
  const { status, json } = await askForToken(halo, { client_secret: 'guess' });

  expect(status).toBe(401);
  expect(json).toMatchObject({ error: 'invalid_client', error_description: expect.any(String) });
});

test('a scope that does not exist is a 400 invalid_scope', async () => {
  const { status, json } = await askForToken(halo, { scope: 'edit:tickets read:users' });

  expect(status).toBe(400);
  expect(json).toMatchObject({ error: 'invalid_scope' });
});

test('a tenant that does not exist is a 500 without a body', async () => {
  expect(await askForToken(halo, {}, '?tenant=elsewhere')).toMatchObject({ status: 500, text: '' });
});

test('another grant, or a body that is not a form, is refused', async () => {
  expect((await askForToken(halo, { grant_type: 'password' })).json).toMatchObject({
    error: 'unsupported_grant_type',
  });
  const response = await fetch(`${halo.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(400);
});

test('without a valid token the API answers 401 without a body', async () => {
  const response = await fetch(`${halo.url}/api/Tickets`, {
    headers: { authorization: 'Bearer made-up' },
  });

  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('invalid_token');
  expect(await response.text()).toBe('');
});

test('a token ends with its lifetime, and all of them when they are expired at once', async () => {
  halo.setQuirks({ tokenLifetimeSeconds: 0 });
  expect((await (await haloClient(halo)).get('/api/Tickets')).status).toBe(401);

  halo.setQuirks({ tokenLifetimeSeconds: 3600 });
  const client = await haloClient(halo);
  expect((await client.get('/api/Tickets')).status).toBe(200);
  halo.expireTokens();
  expect((await client.get('/api/Tickets')).status).toBe(401);
});

test('a missing scope is a 403 without a body, and editing includes reading', async () => {
  const editor = await haloClient(halo, 'edit:tickets');
  const reader = await haloClient(halo, 'read:tickets read:customers');

  expect((await editor.get('/api/Tickets')).status).toBe(200);
  expect(await editor.get('/api/Client')).toMatchObject({ status: 403, text: '' });
  expect((await editor.get('/api/Team')).status).toBe(200);
  expect((await reader.get('/api/Users')).status).toBe(200);
  expect((await reader.post('/api/Tickets', [{ summary: 'No' }])).status).toBe(403);
  expect((await reader.post('/api/Actions', [{ ticket_id: 1 }])).status).toBe(403);
});

test('a client can discover where to get a token without having one', async () => {
  const authinfo = await (await fetch(`${halo.url}/api/authinfo`)).json();
  expect(authinfo).toEqual({ auth_url: `${halo.url}/auth`, tenant_id: 'example' });

  const oidc = await fetch(`${halo.url}/auth/.well-known/openid-configuration`);
  expect(await oidc.json()).toMatchObject({ token_endpoint: `${halo.url}/auth/token` });
  expect((await fetch(`${halo.url}/api/InstanceInfo`)).status).toBe(200);
});
