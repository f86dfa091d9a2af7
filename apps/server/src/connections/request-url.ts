import { HttpError, type HttpRequest } from '@sluice/connector-kit';
import { outboundUrl } from '../outbound/outbound-url.ts';

/**
 * The address of a request. A path is put behind the connection's address; a whole URL must have
 * the connection's own scheme, host and port, because its credentials go nowhere else.
 */
export function requestUrl({ url, query }: HttpRequest, baseUrl?: string): URL {
  const base = baseUrl === undefined ? undefined : outboundUrl(baseUrl);
  const isPath = url.startsWith('/');
  const whole = base && isPath ? `${base.origin}${base.pathname.replace(/\/+$/, '')}${url}` : url;
  const address = outboundUrl(whole);
  if (base && address.origin !== base.origin) {
    throw new HttpError(
      'forbidden-address',
      `This connection is for ${base.origin} and is not used for ${address.origin}. Nothing was sent.`,
    );
  }
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) address.searchParams.append(name, String(value));
  }
  return address;
}
