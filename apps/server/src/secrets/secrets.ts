import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { SecretsError } from './secrets-error.ts';

/** Encrypts what must not be readable in the database, and derives keys for other purposes. */
export interface Secrets {
  /**
   * Encrypts text as `v1.<key id>.<nonce>.<ciphertext and tag>`. The context says where the result
   * is kept, such as `connection:<id>`: it opens nowhere else.
   */
  seal(text: string, context: string): string;
  /** Decrypts what `seal` made. Throws a `SecretsError` when it, its context or the key is another. */
  open(sealed: string, context: string): string;
  /** 32 bytes that are always the same for a purpose and tell nothing about the key. */
  deriveKey(purpose: string): Buffer;
}

/** Secrets under a master key of 32 bytes. The key stays in this closure, out of reach of any log. */
export function secretsOf(masterKey: Buffer): Secrets {
  const deriveKey = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `sluice ${purpose}`, 32));
  const key = deriveKey('seal');
  const keyId = createHash('sha256').update(deriveKey('key id')).digest('hex').slice(0, 8);

  return {
    deriveKey,

    seal(text, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(`${VERSION}:${context}`));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const body = Buffer.concat([sealed, cipher.getAuthTag()]);
      return [VERSION, keyId, nonce.toString('base64url'), body.toString('base64url')].join('.');
    },

    open(sealed, context) {
      const [version, sealedWith, nonce = '', rest = '', ...more] = sealed.split('.');
      if (version !== VERSION || more.length > 0) throw damaged(context);
      if (sealedWith !== keyId) {
        throw new SecretsError(`The secret of ${context} was stored with another secret key.`);
      }
      const body = Buffer.from(rest, 'base64url');
      const iv = Buffer.from(nonce, 'base64url');
      if (iv.length !== NONCE_BYTES || body.length < TAG_BYTES) throw damaged(context);
      const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(`${VERSION}:${context}`));
      decipher.setAuthTag(body.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(body.subarray(0, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw damaged(context);
      }
    },
  };
}

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function damaged(context: string): SecretsError {
  return new SecretsError(
    `The stored secret of ${context} has been altered or moved; enter it again.`,
  );
}
