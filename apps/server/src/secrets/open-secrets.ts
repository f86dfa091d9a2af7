import type { Database } from '../storage/database.ts';
import { keepSetting, readSetting } from '../storage/settings.ts';
import { createKeyFile, keyFileIn, readKeyFile } from './key-file.ts';
import { SecretsError } from './secrets-error.ts';
import { type Secrets, secretsOf } from './secrets.ts';

export interface SecretsOptions {
  readonly dataDir: string;
  /** 32 bytes, from `SLUICE_SECRET_KEY`. Without it a key file in the data directory is used. */
  readonly secretKey?: Buffer;
  readonly db: Database;
}

/**
 * Finds the installation's key and proves that it is the one the stored secrets were sealed with.
 * Throws a `SecretsError` when it is not; nothing is written or overwritten then.
 */
export async function openSecrets({ dataDir, secretKey, db }: SecretsOptions): Promise<Secrets> {
  const check = await readSetting(db, CHECK);
  const file = keyFileIn(dataDir);
  const key = secretKey ?? (await usingFile(file, readKeyFile));
  if (!key && check !== undefined) {
    throw new SecretsError(
      `The stored secrets need the key file ${file}, which is missing; put it back, or set SLUICE_SECRET_KEY.`,
    );
  }
  const secrets = secretsOf(key ?? (await usingFile(file, createKeyFile)));
  // A server that starts at the same moment may be first: what is stored is what counts.
  prove(
    secrets,
    check ?? (await keepSetting(db, CHECK, secrets.seal(CHECK, CHECK_CONTEXT))),
    secretKey ? 'SLUICE_SECRET_KEY' : `The key file ${file}`,
  );
  return secrets;
}

const CHECK = 'secret-key-check';
const CHECK_CONTEXT = `setting:${CHECK}`;

/** What the operating system says of the file becomes a sentence that names it. */
async function usingFile<Result>(
  file: string,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  try {
    return await use(file);
  } catch (error) {
    if (error instanceof SecretsError || !(error instanceof Error)) throw error;
    throw new SecretsError(`The key file ${file} cannot be used: ${error.message}.`);
  }
}

function prove(secrets: Secrets, check: string, source: string): void {
  try {
    if (secrets.open(check, CHECK_CONTEXT) === CHECK) return;
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;
  }
  throw new SecretsError(
    `${source} is not the key that the stored secrets were sealed with; start with the original key. Nothing was changed.`,
  );
}
