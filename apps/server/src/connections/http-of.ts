import type { Http, HttpReply, HttpRequest } from '@sluice/connector-kit';

/** The whole of `Http` from the one function that sends. */
export function httpOf(send: (request: HttpRequest) => Promise<HttpReply>): Http {
  const sendTyped = <Body>(request: HttpRequest) => send(request) as Promise<HttpReply<Body>>;
  return {
    get: (url, options) => sendTyped({ ...options, method: 'GET', url }),
    post: (url, body, options) => sendTyped({ ...options, method: 'POST', url, body }),
    delete: (url, options) => sendTyped({ ...options, method: 'DELETE', url }),
    send: sendTyped,
  };
}
