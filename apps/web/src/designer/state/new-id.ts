const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new id for a node, an edge, or this page. Works on plain-HTTP hosts too, where `randomUUID` does not exist. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
