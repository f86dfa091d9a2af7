import { randomBytes } from 'node:crypto';

let lastTime = 0;
let counter = 0;

/**
 * A new id: 26 characters (Crockford base 32) that sort by the time they were made, so that lists
 * are read by key alone. Unique across processes by 50 random bits; in order within one process.
 */
export function newId(now = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else {
    counter += 1;
  }
  const random = randomBytes(8).readBigUInt64BE() & 0x3ffffffffffffn;
  return written((BigInt(lastTime) << 80n) | (BigInt(counter) << 50n) | random);
}

/** Sorts before every id that was made at this time or later, and after all earlier ones. */
export function firstIdAt(time: number): string {
  return written(BigInt(Math.max(0, Math.floor(time))) << 80n);
}

function written(value: bigint): string {
  let text = '';
  for (let rest = value, i = 0; i < 26; i += 1, rest >>= 5n)
    text = `${digits[Number(rest & 31n)]}${text}`;
  return text;
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
