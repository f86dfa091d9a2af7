/** How a value reads inside text: nothing for a missing one, JSON for a list or an object. */
export function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
