import type { NameValue } from '@sluice/connector-kit';
import { asText } from '@sluice/schema';

/** Names and values as queries and forms write them: percent-encoded, joined with `&`. */
export function encodePairs(lines: readonly NameValue[]): string {
  const pairs = new URLSearchParams();
  for (const { name, value } of lines) pairs.append(name, asText(value));
  return pairs.toString();
}
