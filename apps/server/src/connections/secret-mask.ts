/** Replaces known secrets in text that is stored or shown, however they are written there. */
export interface SecretMask {
  mask(text: string): string;
  /** Knows one more secret from now on, such as a token; the oldest of many is forgotten. */
  add(secret: string): void;
  /** Characters of the longest spelling of any known secret. */
  readonly longest: number;
}

export const MASKED = '•••';

/** A mask of these secrets. One of fewer than four characters is too common in any text to hide. */
export function createSecretMask(secrets: readonly string[]): SecretMask {
  const lasting = secrets.flatMap(spellingsOf);
  const added: string[][] = [];
  let spellings = longestFirst(lasting);
  return {
    mask: (text) => spellings.reduce((masked, each) => masked.replaceAll(each, MASKED), text),
    add(secret) {
      added.push(spellingsOf(secret));
      if (added.length > REMEMBERED) added.shift();
      spellings = longestFirst([...lasting, ...added.flat()]);
    },
    get longest() {
      return spellings[0]?.length ?? 0;
    },
  };
}

const SHORTEST = 4;
const REMEMBERED = 3;

function longestFirst(spellings: readonly string[]): readonly string[] {
  return [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
}

/** The secret as it is, in JSON, HTML, URLs and forms, and within base64. */
function spellingsOf(secret: string): string[] {
  if (secret.length < SHORTEST) return [];
  const url = encodeURIComponent(secret);
  const base64 = base64Spellings(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    url,
    url.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    new URLSearchParams({ s: secret }).toString().slice(2),
    ...base64,
    ...base64.map((each) => each.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/**
 * Base64 of `name:secret` shows the secret in one of three ways, as it falls on the groups of three
 * bytes. Characters that also hold bits of what stands around it are left out.
 */
function base64Spellings(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const text = bytes.toString('base64').replace(/=+$/, '');
    const own = text.slice([0, 2, 3][before], bytes.length % 3 === 0 ? undefined : -1);
    return own.length >= SHORTEST ? [own] : [];
  });
}
