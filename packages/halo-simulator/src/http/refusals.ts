import { HaloError } from './halo-error.ts';

/** The first shape of a 400: a bare JSON string, used for business rules. */
export function refuse(message: string): HaloError {
  return new HaloError(400, message);
}

/** The second shape of a 400: a map from a field's path to what is wrong with it. */
export function refuseFields(fields: Readonly<Record<string, readonly string[]>>): HaloError {
  return new HaloError(400, fields);
}

/** The third shape of a 400: a .NET exception written out as it is. */
export function refuseWithException(message: string): HaloError {
  return new HaloError(400, {
    ClassName: 'System.Exception',
    Message: message,
    Data: null,
    InnerException: null,
    HelpURL: null,
    StackTraceString: null,
    RemoteStackTraceString: null,
    RemoteStackIndex: 0,
    ExceptionMethod: null,
    HResult: -2146233088,
    Source: null,
    WatsonBuckets: null,
  });
}

/** The fourth shape of a 400: an object was sent where Halo reads a list. */
export function refuseObject(property: string, listOf: string, position: number): HaloError {
  return refuseFields({
    [property]: [
      'Cannot deserialize the current JSON object (e.g. {"name":"value"}) into type ' +
        `'System.Collections.Generic.List\`1[${listOf}]' because the type requires a JSON array ` +
        '(e.g. [1,2,3]) to deserialize correctly.\r\nTo fix this error either change the JSON to a ' +
        'JSON array (e.g. [1,2,3]) or change the deserialized type so that it is a normal .NET type ' +
        '(e.g. not a primitive type like integer, not a collection type like an array or List<T>) ' +
        'that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the ' +
        'type to force it to deserialize from a JSON object.\r\n' +
        `Path '${property}', line 1, position ${position}.`,
    ],
  });
}

/** Missing record behind a GET: 404 without a body. */
export function notFound(): HaloError {
  return new HaloError(404);
}

/** The token lacks a scope: 403 without a body. */
export function forbidden(): HaloError {
  return new HaloError(403);
}

/** The token is missing, unknown or expired: 401 without a body. */
export function unauthorized(): HaloError {
  return new HaloError(401, undefined, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
}

/** The caller used up its requests; `retryAfter` in seconds, when the header is to be sent. */
export function tooManyRequests(limit: number, retryAfter?: number): HaloError {
  return new HaloError(
    429,
    `Rate Limit Reached - ${limit} Requests per rolling 5 minute window`,
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  );
}
