import {
  HttpError,
  type HttpReply,
  type NameValue,
  defineStep,
  entries,
  icon,
  json,
  longText,
  output,
  select,
  toggle,
  url,
} from '@sluice/connector-kit';
import { asText } from '@sluice/schema';
import { requestAddress } from '../request-address.ts';
import { requestBody } from '../request-body.ts';
import { requestFailure } from '../request-failure.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
/** Asking for something changes nothing, so asking twice does no harm. */
const asking = ['GET', 'HEAD', 'OPTIONS'];
/** The step's own time-out ends a request, not this. */
const LONGEST_MS = 3_600_000;

/** Sends one request to any system, and hands on what it answers. */
export const sendRequest = defineStep({
  type: 'http.send-request',
  label: 'HTTP Request',
  summary: 'Send a request to any address and use its answer.',
  icon: icon('M3 12h13', 'M11.5 7.5 16 12l-4.5 4.5', 'M20.5 4.5v15'),
  help: 'With a connection, the URL is a path behind its base URL, and its credentials are sent along. Without one, it is a whole URL. Secrets belong in a connection: what stands here can be read by everybody who may see the flow.',
  connection: 'optional',
  repeatable: ({ method }) => asking.includes(methodOf(method)),
  changes: { unless: { input: 'method', isOneOf: asking } },

  inputs: {
    method: select({
      label: 'Method',
      help: 'What the request asks for.',
      initial: 'GET',
      options: methods.map((value) => ({ value, label: value })),
    }),
    url: url({
      label: 'URL',
      help: 'A pill at the beginning brings an address; every later one is percent-encoded.',
      placeholder: 'https://api.example.com/things or /things',
      required: true,
      examples: ['https://api.example.com/things', '/things'],
    }),
    query: entries({
      label: 'Query',
      help: 'Put behind the URL, percent-encoded. A name may come several times.',
      columns: { name: 'Parameter', value: 'Value' },
      examples: [{ label: 'A page of 50', lines: [{ name: 'limit', value: '50' }] }],
    }),
    json: json({
      label: 'JSON body',
      help: 'A pill within quotes becomes text of that string; outside of quotes, its value as JSON.',
      placeholder: '{ "summary": "…" }',
      examples: [
        { label: 'An object', text: '{\n  "summary": "",\n  "urgent": true\n}' },
        { label: 'A list', text: '[{ "id": 1 }]' },
      ],
      group: 'more',
    }),
    text: longText({
      label: 'Text body',
      help: 'Sent as it is. Name its kind in a Content-Type header if it is not plain text.',
      group: 'more',
    }),
    form: entries({
      label: 'Form',
      help: 'Sent as the fields of a form.',
      columns: { name: 'Field', value: 'Value' },
      group: 'more',
    }),
    headers: entries({
      label: 'Headers',
      help: 'Sent besides those of the connection, which win.',
      columns: { name: 'Header', value: 'Value' },
      examples: [
        { label: 'Ask for JSON', lines: [{ name: 'Accept', value: 'application/json' }] },
        { label: 'Send text', lines: [{ name: 'Content-Type', value: 'text/plain' }] },
      ],
      group: 'more',
    }),
    anyStatus: toggle({
      label: 'Accept any status',
      help: 'Without it, an answer that is not 2xx fails the step.',
      group: 'more',
    }),
  },

  outputs: {
    statusCode: output('Status Code', 200),
    headers: output('Headers', { 'content-type': 'application/json' }, 'Names are in lower case.'),
    body: output(
      'Body',
      { id: 4243, status: 'open' } as unknown,
      'Read when it is JSON, else text.',
    ),
  },

  async run({ inputs, http, identity, log }) {
    const method = methodOf(inputs.method);
    const { body, contentType } = requestBody(inputs);
    const headers: Record<string, string> = {};
    if (!asking.includes(method)) headers['idempotency-key'] = identity.marker;
    if (contentType !== undefined) headers['content-type'] = contentType;
    Object.assign(headers, headersOf(inputs.headers ?? []));
    const reply = await http
      .send({
        method,
        url: requestAddress(inputs.url, inputs.query ?? []),
        headers,
        timeoutMs: LONGEST_MS,
        ...(body !== undefined && { body }),
      })
      .catch((error: unknown) => accepted(error, inputs.anyStatus ?? false));
    log(`${method} was answered with status ${reply.status}.`);
    return { statusCode: reply.status, headers: reply.headers, body: reply.body ?? null };
  },
});

function methodOf(method: unknown): string {
  return (asText(method).trim() || 'GET').toUpperCase();
}

/** In lower case, so that a header given here replaces ours; one that comes twice is joined. */
function headersOf(lines: readonly NameValue[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (const { name, value } of lines) {
    const before = headers.get(name.toLowerCase());
    const text = asText(value);
    headers.set(name.toLowerCase(), before === undefined ? text : `${before}, ${text}`);
  }
  return Object.fromEntries(headers);
}

function accepted(error: unknown, anyStatus: boolean): HttpReply {
  if (!anyStatus || !(error instanceof HttpError) || error.kind !== 'status') {
    throw requestFailure(error);
  }
  const { status = 0, headers, body } = error;
  return { status, headers, body };
}
