import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SecretsError } from './secrets-error.ts';

/** Where the generated key is kept. */
export function keyFileIn(dataDir: string): string {
  return join(dataDir, 'secret.key');
}

/**
 * Reads the key file; undefined when there is none. A file that others may read is refused and not
 * quietly repaired: whoever could read it may know the key already.
 */
export async function readKeyFile(file: string): Promise<Buffer | undefined> {
  const mode = await modeOf(file);
  if (mode === undefined) return undefined;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new SecretsError(
      `Other users of this machine may read the key file ${file}; run chmod 600 on it.`,
    );
  }
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new SecretsError(`The key file ${file} is damaged; put back a copy of the original.`);
  }
  return key;
}

/**
 * Generates a key and keeps it in the file, owner only. The file appears whole or not at all, and
 * when two servers start at once both end up with the key of the one that was first.
 */
export async function createKeyFile(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeDurably(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  await syncDirectory(dirname(file));
  const key = await readKeyFile(file);
  if (!key) throw new SecretsError(`The key file ${file} disappeared while it was being made.`);
  return key;
}

const KEY_BYTES = 32;

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Otherwise a power cut could take away the file's name after secrets were sealed with its key. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
