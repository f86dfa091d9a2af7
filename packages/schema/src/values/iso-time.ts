let lastTime = Number.NaN;
let lastText = '';

/** A time in milliseconds since 1970 as ISO 8601 text. Much happens in the same millisecond, so the last one is kept. */
export function isoTime(milliseconds: number): string {
  if (milliseconds !== lastTime) {
    lastText = new Date(milliseconds).toISOString();
    lastTime = milliseconds;
  }
  return lastText;
}
