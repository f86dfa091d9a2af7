import { HttpError } from '@sluice/connector-kit';

/** What became of a request that brought no whole answer, by the code of what Node or undici threw. */
export function outboundError(error: unknown, host: string): HttpError {
  if (error instanceof HttpError) return error;
  const { code, message } = readError(error);
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return new HttpError('body', `The compressed answer of ${host} is damaged.`, { cause: error });
  }
  return new HttpError('network', `${sentences[code] ?? fallback(code, message)} (${host})`, {
    cause: error,
    notSent: beforeConnection.has(code),
  });
}

/** What happens before there is a connection, so that certainly nothing was sent. */
const beforeConnection: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const unreachable = 'The host could not be reached.';
const brokenOff = 'The connection broke off before the whole answer had come.';
const notHttp = 'What came back is not HTTP.';

const sentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no host of this name.',
  EAI_AGAIN: 'The name of the host could not be looked up just now.',
  ECONNREFUSED: 'The host refused the connection.',
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  UND_ERR_CONNECT_TIMEOUT: 'The host did not take the connection in time.',
  ECONNRESET: brokenOff,
  EPIPE: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  ERR_STREAM_PREMATURE_CLOSE: brokenOff,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: brokenOff,
  UND_ERR_HEADERS_OVERFLOW: 'The headers of the answer are too large.',
  CERT_HAS_EXPIRED: 'The certificate of the host has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the host is self-signed.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the host comes from an unknown authority.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the host comes from an unknown authority.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate of the host comes from an unknown authority.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate was issued for another host.',
  EPROTO: 'The host does not speak HTTPS on this port.',
};

function fallback(code: string, message: string): string {
  return code.startsWith('HPE_') ? notHttp : `The request failed: ${message || code}.`;
}

function readError(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const { code } = error as { code?: unknown };
  return { code: typeof code === 'string' ? code : '', message: error.message };
}
