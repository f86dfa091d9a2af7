import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';
import { ApiProblem } from './api-problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface RequestOptions {
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

/**
 * Calls the server and returns its answer, undefined when it has none. Throws an `ApiProblem` for
 * every failure, also when the server cannot be reached.
 *
 * @param path below `/api/v1`, such as `/flows`
 */
export async function request<Answer>(
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await send(method, path, options);
  if (response.status === 401) unauthorised();
  if (!response.ok) throw new ApiProblem(await problemIn(response));
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

let unauthorised = () => {};

/** Names what to do when the server no longer knows who is asking. */
export function onUnauthorised(listener: () => void): void {
  unauthorised = listener;
}

/** The query part of an address; what is undefined or empty is left out. */
export function queryOf(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const given = Object.entries(values).filter(
    (entry): entry is [string, string | number | boolean] =>
      entry[1] !== undefined && entry[1] !== '',
  );
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      ...(options.signal && { signal: options.signal }),
      ...(options.keepalive && { keepalive: true }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem({
      type: 'urn:sluice:unreachable',
      title: say('api.unreachable'),
      status: 0,
      detail: say('api.unreachable-text'),
    });
  }
}

async function problemIn(response: Response): Promise<ApiProblem['problem']> {
  const fallback = {
    type: 'about:blank',
    title: say('api.answered', { status: response.status }),
    status: response.status,
    detail: response.status >= 500 ? say('api.failed-there') : say('api.refused'),
  };
  const kind = response.headers.get('content-type') ?? '';
  if (!kind.includes('json')) return fallback;
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? inWords({ ...fallback, ...body }) : fallback;
}

function inWords(problem: ApiProblem['problem']): ApiProblem['problem'] {
  const { detail, errors } = problem;
  return {
    ...problem,
    ...(typeof detail === 'string' && { detail: saySentence(detail) }),
    ...(Array.isArray(errors) && {
      errors: errors.map((error) => ({ ...error, message: saySentence(error.message) })),
    }),
  };
}
