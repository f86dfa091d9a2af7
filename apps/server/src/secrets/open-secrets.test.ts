import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStorage } from '../storage/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import { readSetting } from '../storage/settings.ts';
import { openSecrets } from './open-secrets.ts';
import { SecretsError } from './secrets-error.ts';

let dataDir: string;
let storage: Storage;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sluice-secrets-'));
  storage = await openStorage({ dataDir });
});

afterEach(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

function open(secretKey?: Buffer) {
  return openSecrets({ dataDir, db: storage.db, ...(secretKey && { secretKey }) });
}

test('what was sealed opens again after a restart', async () => {
  const sealed = (await open()).seal('hunter2 ✓', 'connection:1');

  expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
  expect((await open()).open(sealed, 'connection:1')).toBe('hunter2 ✓');
});

test('the same text is never sealed to the same ciphertext', async () => {
  const secrets = await open();

  expect(secrets.seal('a', 'x')).not.toBe(secrets.seal('a', 'x'));
});

test('ciphertext that was moved to another place is refused', async () => {
  const secrets = await open();
  const sealed = secrets.seal('hunter2', 'connection:1');

  expect(() => secrets.open(sealed, 'connection:2')).toThrow(SecretsError);
});

test.each(['version', 'key id', 'nonce', 'ciphertext', 'tag'])(
  'ciphertext with another %s is refused',
  async (part) => {
    const secrets = await open();
    const [version = '', keyId = '', nonce = '', body = ''] = secrets
      .seal('hunter2', 'x')
      .split('.');
    const flipped = (text: string, at: number) => {
      const bytes = Buffer.from(text, 'base64url');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString('base64url');
    };
    const last = Buffer.from(body, 'base64url').length - 1;
    const tampered = {
      version: ['v2', keyId, nonce, body],
      'key id': [version, '00000000', nonce, body],
      nonce: [version, keyId, flipped(nonce, 0), body],
      ciphertext: [version, keyId, nonce, flipped(body, 0)],
      tag: [version, keyId, nonce, flipped(body, last)],
    }[part];

    expect(() => secrets.open((tampered ?? []).join('.'), 'x')).toThrow(SecretsError);
  },
);

test.each(['', 'v1', 'v1...', 'hunter2', 'v1.a.b.c.d', `v1.00000000.${'A'.repeat(16)}.`])(
  'text that was never sealed (%j) is refused',
  async (text) => {
    const secrets = await open();

    expect(() => secrets.open(text, 'x')).toThrow(SecretsError);
  },
);

test('a short tag is not taken for a whole one', async () => {
  const secrets = await open();
  const [version, keyId, nonce, body = ''] = secrets.seal('', 'x').split('.');
  const short = Buffer.from(body, 'base64url').subarray(0, 4).toString('base64url');

  expect(() => secrets.open([version, keyId, nonce, short].join('.'), 'x')).toThrow(SecretsError);
});

test('a wrong key is refused at start, and nothing is overwritten', async () => {
  await open(randomBytes(32));
  const before = await readSetting(storage.db, 'secret-key-check');

  await expect(open(randomBytes(32))).rejects.toThrow(
    'SLUICE_SECRET_KEY is not the key that the stored secrets were sealed with; start with the original key. Nothing was changed.',
  );
  expect(await readSetting(storage.db, 'secret-key-check')).toBe(before);
});

test('a lost key file is not replaced by a new key', async () => {
  await open();
  await rm(join(dataDir, 'secret.key'));

  await expect(open()).rejects.toThrow(/missing; put it back/);
  expect(await readdir(dataDir)).not.toContain('secret.key');
});

test('a key file of another installation is refused', async () => {
  await open();
  await writeFile(join(dataDir, 'secret.key'), randomBytes(32).toString('base64'));

  await expect(open()).rejects.toThrow(/is not the key/);
});

test.each(['', 'hunter2', randomBytes(31).toString('base64')])(
  'a damaged key file (%j) is refused',
  async (text) => {
    await writeFile(join(dataDir, 'secret.key'), text, { mode: 0o600 });

    await expect(open()).rejects.toThrow(/is damaged/);
  },
);

test('the generated key belongs to its owner alone', async () => {
  await open();

  expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
});

test.each([0o640, 0o604, 0o644])(
  'a key file that others may read (%o) is refused',
  async (mode) => {
    await open();
    await chmod(join(dataDir, 'secret.key'), mode);

    await expect(open()).rejects.toThrow(/chmod 600/);
  },
);

test('servers that start at once agree on one key', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => open()));
  const sealed = all[0]?.seal('hunter2', 'x') ?? '';

  for (const secrets of all) expect(secrets.open(sealed, 'x')).toBe('hunter2');
  expect((await readdir(dataDir)).filter((file) => file.startsWith('secret.key'))).toEqual([
    'secret.key',
  ]);
});

test('derived keys are stable, and tell purposes and installations apart', async () => {
  const key = randomBytes(32);
  const secrets = await open(key);

  expect(secrets.deriveKey('trigger urls')).toEqual((await open(key)).deriveKey('trigger urls'));
  expect(secrets.deriveKey('trigger urls')).not.toEqual(secrets.deriveKey('sessions'));
  expect(secrets.deriveKey('trigger urls')).not.toEqual(key);
});

test('the key is in nothing that could be logged', async () => {
  const secrets = await open();
  const key = (await readFile(join(dataDir, 'secret.key'), 'utf8')).trim();

  expect(JSON.stringify(secrets) + Object.keys(secrets).join()).not.toContain(key);
});
