import { randomFillSync } from 'node:crypto';

let lastTime = 0;
let counter = 0;
/** Random bytes drawn ahead: asking the system for each id costs more than all the rest. */
const pool = Buffer.alloc(8 * 512);
let drawn = pool.length;

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
  return `${written(lastTime, 10)}${written(counter, 6)}${written(randomBits(), 10)}`;
}

/** Sorts before every id that was made at this time or later, and after all earlier ones. */
export function firstIdAt(time: number): string {
  return written(Math.max(0, Math.floor(time)), 10).padEnd(26, '0');
}

/** A whole number in so many characters of five bits each. */
function written(value: number, characters: number): string {
  let text = '';
  for (let rest = value, left = characters; left > 0; left -= 1, rest = Math.floor(rest / 32))
    text = `${digits[rest % 32]}${text}`;
  return text;
}

/** 50 of them. */
function randomBits(): number {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += 8;
  return pool.readUInt32BE(drawn - 8) * 2 ** 18 + (pool.readUInt32BE(drawn - 4) >>> 14);
}

/** What an id looks like, of whatever thing. */
export const idShape = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
