import type { HttpExchange } from '@sluice/schema';
import { MASKED, type SecretMask } from './secret-mask.ts';

/** An exchange fit to be stored: known secrets and whatever is named like one masked, bodies cut. */
export function maskExchange(exchange: HttpExchange, secrets: SecretMask): HttpExchange {
  const { requestBody, responseHeaders, responseBody, error } = exchange;
  return {
    ...exchange,
    url: secrets.mask(maskQuery(exchange.url)),
    requestHeaders: maskHeaders(exchange.requestHeaders, secrets),
    ...(requestBody !== undefined && { requestBody: maskBody(requestBody, secrets) }),
    ...(responseHeaders && { responseHeaders: maskHeaders(responseHeaders, secrets) }),
    ...(responseBody !== undefined && { responseBody: maskBody(responseBody, secrets) }),
    ...(error !== undefined && { error: secrets.mask(error) }),
  };
}

/** Characters of a body that are kept. */
const LONGEST_BODY = 16 * 1024;

const secretName = /token|secret|passw|pwd|api[_-]?key|^key$|auth|cookie|sig(nature)?$|credential/i;

function maskHeaders(
  headers: Readonly<Record<string, string>>,
  secrets: SecretMask,
): Record<string, string> {
  const masked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    masked[name] = secretName.test(name) ? MASKED : secrets.mask(value);
  }
  return masked;
}

function maskQuery(text: string): string {
  if (!text.includes('?') || !URL.canParse(text)) return text;
  const url = new URL(text);
  const names = new Set([...url.searchParams.keys()].filter((name) => secretName.test(name)));
  if (names.size === 0) return text;
  for (const name of names) url.searchParams.set(name, MASKED);
  return url.href.replaceAll(encodeURIComponent(MASKED), MASKED);
}

/** Masks before it cuts, so that no secret is left half at the end. */
function maskBody(text: string, secrets: SecretMask): string {
  const start = text.slice(0, LONGEST_BODY + secrets.longest);
  const whole = start.length === text.length;
  const masked = secrets.mask(maskNamed(start));
  const end = Math.min(LONGEST_BODY, whole ? masked.length : masked.length - secrets.longest);
  return end < masked.length || !whole ? `${masked.slice(0, end)}… (cut)` : masked;
}

/** Tokens that are only just being handed out are known by their names alone. */
function maskNamed(text: string): string {
  // Most bodies name no secret, and this is asked of every exchange.
  if (!/token|secret|password|api_?key|assertion/i.test(text)) return text;
  return text
    .replaceAll(
      /("[\w-]{0,40}(?:token|secret|password|api_?key|assertion)"\s{0,20}:\s{0,20}")(?:[^"\\]|\\.)*/gi,
      `$1${MASKED}`,
    )
    .replaceAll(
      /((?:^|&)[\w-]{0,40}(?:token|secret|password|api_?key|assertion)=)[^&\s]*/gi,
      `$1${MASKED}`,
    );
}
