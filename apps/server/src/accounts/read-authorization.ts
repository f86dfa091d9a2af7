/** What comes in an `Authorization` header: a name or key, and the password or secret. */
export interface GivenCredentials {
  readonly name: string;
  readonly secret: string;
}

/** Reads `Bearer key:secret` or Basic; undefined for anything else. */
export function readAuthorization(header: string): GivenCredentials | undefined {
  const [, scheme, value] = /^(bearer|basic) +(\S+)$/i.exec(header) ?? [];
  if (scheme === undefined || value === undefined) return undefined;
  const pair =
    scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString('utf8') : value;
  const colon = pair.indexOf(':');
  return colon > 0 ? { name: pair.slice(0, colon), secret: pair.slice(colon + 1) } : undefined;
}
