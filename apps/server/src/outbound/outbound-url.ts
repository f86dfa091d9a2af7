import { HttpError } from '@sluice/connector-kit';

/**
 * Reads an address that may be requested: http or https, and no user name or password in it.
 * Reading it also undoes every odd spelling of a numeric address. Throws `forbidden-address`.
 */
export function outboundUrl(text: string | URL, base?: URL): URL {
  const url = text instanceof URL && text.hash === '' ? text : parse(String(text), base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`Only http and https addresses are requested, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused('A user name or password does not belong in an address.');
  }
  if (url.hash !== '') url.hash = '';
  return url;
}

function parse(text: string, base: URL | undefined): URL {
  try {
    return new URL(text, base);
  } catch {
    throw refused('The address is not a URL.');
  }
}

function refused(message: string): HttpError {
  return new HttpError('forbidden-address', `${message} Nothing was sent.`);
}
