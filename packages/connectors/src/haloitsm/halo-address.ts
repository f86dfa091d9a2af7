import { StepError } from '@sluice/connector-kit';

/**
 * The address that Halo's paths are put behind. People paste the resource server with and without
 * `/api`, a slash at the end or `https://`; all of them mean the same.
 */
export function haloAddress(resourceServer: unknown): string {
  return readAddress(resourceServer, 'resourceServer', 'Resource Server').replace(/\/api$/i, '');
}

/** The page of a ticket in Halo; null when it cannot be told. */
export function ticketUrl(resourceServer: unknown, ticketId: number | null): string | null {
  if (ticketId === null || typeof resourceServer !== 'string') return null;
  return `${haloAddress(resourceServer)}/ticket?id=${ticketId}`;
}

/** Reads a web address that a user typed: no credentials, query or trailing slash. */
export function readAddress(value: unknown, input: string, label: string): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const url = parse(withScheme(text));
  if (text === '' || !url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new StepError({
      code: 'invalid-input',
      message: text === '' ? `${label} is empty.` : `${label} is not a web address.`,
      hint: 'Halo shows it under Configuration › Integrations › HaloITSM API. It looks like https://acme.haloitsm.com/api.',
      input,
    });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function withScheme(text: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
