/** A moment as Halo writes it: UTC, seven fraction digits, `Z`. */
export function haloDate(date = new Date()): string {
  return `${date.toISOString().slice(0, -1)}0000Z`;
}
