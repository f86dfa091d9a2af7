import {
  type Authorization,
  type Http,
  HttpError,
  type HttpReply,
  type HttpRequest,
} from '@sluice/connector-kit';

/**
 * An `Http` over the real network, for tests: with an authorisation as a step has it, or without
 * one as `authorize` has it. It knows no budget, no outbound rules and no renewal.
 */
export function openHttp(authorization?: Authorization): Http {
  const send = <Body>(request: HttpRequest) => sendRequest<Body>(request, authorization);
  return {
    send,
    get: (url, options) => send({ method: 'GET', url, ...options }),
    post: (url, body, options) => send({ method: 'POST', url, body, ...options }),
    delete: (url, options) => send({ method: 'DELETE', url, ...options }),
  };
}

async function sendRequest<Body>(
  { method, url, query = {}, headers = {}, body, form, timeoutMs = 5000 }: HttpRequest,
  authorization: Authorization | undefined,
): Promise<HttpReply<Body>> {
  const address = new URL(url.startsWith('/') ? `${authorization?.baseUrl ?? ''}${url}` : url);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.append(name, String(value));
  }
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...authorization?.headers,
        ...headers,
      },
      ...(form && { body: new URLSearchParams(form) }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new HttpError(late ? 'timeout' : 'network', 'No answer.', { cause });
  }
  const parsed = parse(text, response);
  if (response.ok) {
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: parsed as Body,
    };
  }
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new HttpError('status', `Status ${response.status}.`, {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: parsed,
    ...(!Number.isNaN(retryAfter) && { retryAfterSeconds: retryAfter }),
  });
}

function parse(text: string, response: Response): unknown {
  if (text === '') return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HttpError('body', 'Not JSON.', { status: response.status, cause });
  }
}
