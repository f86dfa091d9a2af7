import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('nothing has to be configured', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: './data',
    role: 'all',
    outboundAllow: [],
    demo: false,
    logLevel: 'info',
    bodyLimit: 1_048_576,
    runsAtOnce: 64,
    warnings: [],
  });
});

test('everything can be configured', () => {
  const key = randomBytes(32);
  expect(
    readConfig({
      PORT: '0',
      HOST: '::',
      SLUICE_DATA_DIR: '/var/lib/sluice',
      DATABASE_URL: ' postgresql://sluice:secret@db.internal/sluice?sslmode=require ',
      REDIS_URL: 'rediss://redis.internal:6380/1',
      SLUICE_ROLE: 'worker',
      SLUICE_PUBLIC_URL: 'https://Sluice.example.com/',
      SLUICE_ADMIN_EMAIL: ' Ada@Example.com ',
      SLUICE_ADMIN_PASSWORD: 'correct horse',
      SLUICE_SECRET_KEY: key.toString('base64'),
      SLUICE_OUTBOUND_ALLOW: 'halo.internal',
      SLUICE_DEMO: 'true',
      SLUICE_LOG_LEVEL: 'warn',
      SLUICE_BODY_LIMIT: '2048',
      SLUICE_RUNS_AT_ONCE: '8',
    }),
  ).toEqual({
    port: 0,
    host: '::',
    dataDir: '/var/lib/sluice',
    databaseUrl: 'postgresql://sluice:secret@db.internal/sluice?sslmode=require',
    redisUrl: 'rediss://redis.internal:6380/1',
    role: 'worker',
    publicUrl: 'https://sluice.example.com',
    admin: { email: 'ada@example.com', password: 'correct horse' },
    secretKey: key,
    outboundAllow: [{ host: 'halo.internal' }],
    demo: true,
    logLevel: 'warn',
    bodyLimit: 2048,
    runsAtOnce: 8,
    warnings: [],
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', SLUICE_DEMO: ' ', SLUICE_SECRET_KEY: '' })).toEqual(readConfig({}));
});

test('private peers are named by host, address or network, with or without a port', () => {
  const list =
    'Halo.internal, localhost:4000, 10.1.2.3, 10.1.2.3:8443, 192.168.0.0/16, ::1, [::1]:80, fd00::/8';
  expect(readConfig({ SLUICE_OUTBOUND_ALLOW: list }).outboundAllow).toEqual([
    { host: 'halo.internal' },
    { host: 'localhost', port: 4000 },
    { network: '10.1.2.3/32' },
    { network: '10.1.2.3/32', port: 8443 },
    { network: '192.168.0.0/16' },
    { network: '::1/128' },
    { network: '::1/128', port: 80 },
    { network: 'fd00::/8' },
  ]);
});

test.each([
  '*.example.com',
  'http://halo.internal',
  '10.0.0.0/33',
  '127.1',
  '0x7f000001',
  '2130706433',
  'halo:0',
  'halo:70000',
  '[::1',
  'a b',
])('the peer %j is refused', (entry) => {
  expect(() => readConfig({ SLUICE_OUTBOUND_ALLOW: entry })).toThrow(ConfigError);
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['HOST', 'not a host'],
  ['SLUICE_PUBLIC_URL', 'sluice.example.com'],
  ['SLUICE_PUBLIC_URL', 'ftp://sluice.example.com'],
  ['SLUICE_PUBLIC_URL', 'https://sluice.example.com/path'],
  ['SLUICE_PUBLIC_URL', 'https://user:pass@sluice.example.com'],
  ['SLUICE_ADMIN_EMAIL', 'ada'],
  ['SLUICE_ADMIN_PASSWORD', 'short'],
  ['SLUICE_SECRET_KEY', randomBytes(31).toString('base64')],
  ['SLUICE_SECRET_KEY', `${randomBytes(32).toString('base64')}!`],
  ['SLUICE_DEMO', 'yes'],
  ['DATABASE_URL', 'mysql://sluice@db.internal/sluice'],
  ['DATABASE_URL', 'db.internal'],
  ['REDIS_URL', 'http://redis.internal'],
  ['SLUICE_ROLE', 'leader'],
  ['SLUICE_LOG_LEVEL', 'loud'],
  ['SLUICE_BODY_LIMIT', '1MB'],
  ['SLUICE_RUNS_AT_ONCE', '0'],
])('%s=%j stops the start with one sentence that names it', (name, value) => {
  const whole = { SLUICE_ADMIN_EMAIL: 'ada@example.com', SLUICE_ADMIN_PASSWORD: 'correct horse' };
  expect(() => readConfig({ ...whole, [name]: value })).toThrow(
    new RegExp(`^${name} is [^.]*: (.|\\n)*\\.$`),
  );
});

test('the message never repeats a secret', () => {
  for (const name of ['SLUICE_ADMIN_PASSWORD', 'SLUICE_SECRET_KEY', 'DATABASE_URL', 'REDIS_URL']) {
    expect(() => readConfig({ [name]: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  }
});

test('the administrator needs both an e-mail and a password', () => {
  expect(() => readConfig({ SLUICE_ADMIN_EMAIL: 'ada@example.com' })).toThrow(
    'SLUICE_ADMIN_PASSWORD is missing: set it as well, or leave SLUICE_ADMIN_EMAIL out.',
  );
  expect(() => readConfig({ SLUICE_ADMIN_PASSWORD: 'correct horse' })).toThrow(
    'SLUICE_ADMIN_EMAIL is missing: set it as well, or leave SLUICE_ADMIN_PASSWORD out.',
  );
});

test.each([
  ['REDIS_URL', 'redis://redis.internal'],
  ['SLUICE_ROLE', 'web'],
  ['SLUICE_ROLE', 'worker'],
])('%s=%s needs PostgreSQL', (name, value) => {
  const wanted = `${name} needs PostgreSQL, which several processes can share: set DATABASE_URL as well, or leave ${name} out.`;
  expect(() => readConfig({ [name]: value })).toThrow(wanted);
  const url = 'postgres://db.internal/sluice';
  expect(readConfig({ [name]: value, DATABASE_URL: url }).databaseUrl).toBe(url);
});

test('a setting that is not known is pointed out, without its value', () => {
  const { warnings } = readConfig({ SLUICE_PUBLICURL: 'https://x', UNRELATED: '1' });
  expect(warnings).toEqual([
    'SLUICE_PUBLICURL is not a setting of Sluice and was ignored: check how it is spelt.',
  ]);
});
