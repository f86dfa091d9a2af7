import { HttpError, StepError } from '@sluice/connector-kit';
import { isRecord, pick } from './read-halo-value.ts';

/** What was being done, for the message, and which of our inputs stands behind a field of Halo's. */
export interface HaloTask {
  /** Completes "Halo refused to …", such as `create the ticket`. */
  readonly doing: string;
  readonly inputOf?: (field: string) => string | undefined;
}

/** Turns a request that Halo did not carry out into one sentence about why, and what to do. */
export function readHaloError(error: unknown, task: HaloTask): unknown {
  if (!(error instanceof HttpError)) return error;
  return new StepError(
    {
      ...(error.kind === 'status' ? refusal(error, task) : silence(error, task)),
      ...(error.status !== undefined && { status: error.status }),
      ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
      ...(error.outcomeUnknown && { outcomeUnknown: true }),
    },
    { cause: error },
  );
}

type Reading = Pick<StepError['failure'], 'code' | 'message' | 'hint' | 'input'>;

/** No usable answer came. */
function silence(error: HttpError, { doing }: HaloTask): Reading {
  switch (error.kind) {
    case 'timeout':
      return {
        code: 'timed-out',
        message: `Halo did not answer in time to the request to ${doing}.`,
        hint: 'Halo may be slow just now. Try again later.',
      };
    case 'body':
      return {
        code: 'unavailable',
        message: `Halo’s answer to the request to ${doing} could not be read.`,
        hint: 'The answer broke off, was too large or was not JSON. Try again later.',
      };
    case 'budget':
      return {
        code: 'unavailable',
        message: `The request to ${doing} waits: this connection has used up its requests for now.`,
        hint: 'Wait, or raise Requests per 5 minutes on the connection if Halo allows more.',
      };
    case 'forbidden-address':
      return {
        code: 'refused',
        message: `Nothing was sent to ${doing}: Sluice may not reach Halo’s address.`,
        hint: 'Private addresses are refused. An operator can allow this one with SLUICE_OUTBOUND_ALLOW.',
      };
    default:
      return {
        code: 'unavailable',
        message: `Halo could not be reached to ${doing}.`,
        hint: 'Check the Resource Server on the connection, and that Halo is up.',
      };
  }
}

/** An answer came, and it is not 2xx. */
function refusal(error: HttpError, task: HaloTask): Reading {
  const { doing } = task;
  const status = error.status ?? 0;
  const said = readHaloMessage(error.body, task);
  const because = said.text ? `: ${said.text}` : '.';

  if (status === 401) {
    return {
      code: 'not-authorised',
      message: `Halo did not accept the connection’s token to ${doing}${because}`,
      hint: 'Test the connection, and check that its API application in Halo is still active.',
    };
  }
  if (status === 403) {
    return {
      code: 'not-authorised',
      message: `Halo does not allow this connection to ${doing}${because}`,
      hint: 'In Halo give the API application the permission edit:tickets, and its agent the rights for this ticket type.',
    };
  }
  if (status === 404 || /record not found/i.test(said.text)) {
    return {
      code: 'not-found',
      message: `Halo has no such record to ${doing}${because}`,
      hint: 'Check the ids. If they are right, check the Resource Server on the connection, and that its agent may see the record.',
    };
  }
  if (status === 429) {
    return {
      code: 'unavailable',
      message: `Halo has had too many requests to ${doing}${because}`,
      hint: 'Halo’s limit counts all its clients. Lower Requests per 5 minutes on the connection if this happens often.',
    };
  }
  if (status >= 500 || status === 408) {
    return {
      code: 'unavailable',
      message: `Halo failed with status ${status} when asked to ${doing}${because}`,
      hint: 'The fault is on Halo’s side. Try again later.',
    };
  }
  if (status >= 300 && status < 400) {
    return {
      code: 'refused',
      message: `Halo’s address sent the request to ${doing} somewhere else (status ${status}).`,
      hint: 'Check the Resource Server on the connection: it should be the one shown under Configuration › Integrations › HaloITSM API.',
    };
  }
  return {
    code: said.input ? 'invalid-input' : 'refused',
    message: said.text
      ? `Halo refused to ${doing}: ${said.text}`
      : `Halo refused to ${doing} (status ${status}) and gave no reason.`,
    hint: said.input
      ? `Change ${labelOf(said.input)} and try again.`
      : 'Compare the inputs with what Halo demands for this ticket type.',
    ...(said.input && { input: said.input }),
  };
}

/**
 * What Halo says in the body of a refusal, and the input it says it about.
 *
 * A body of 400 is bare text, a map from fields to texts, a .NET exception (`Message`), or
 * `{error}` or `{resultCode, errorMessage}`.
 */
export function readHaloMessage(
  body: unknown,
  task: HaloTask,
): { readonly text: string; readonly input?: string } {
  if (typeof body === 'string') return named(body, task);
  if (Array.isArray(body)) return readHaloMessage(body[0], task);
  if (!isRecord(body)) return { text: '' };
  const single = pick(
    body,
    'Message',
    'errorMessage',
    'error_description',
    'error',
    'message',
    'title',
  );
  if (typeof single === 'string') return named(single, task);
  return readFieldMap(Object.entries(body), task);
}

function readFieldMap(
  entries: readonly (readonly [string, unknown])[],
  task: HaloTask,
): { readonly text: string; readonly input?: string } {
  const complaints = entries.flatMap(([path, value]) => {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    return typeof text === 'string' ? [{ field: path.replace(/^.*[.\]]/, ''), text }] : [];
  });
  const first = complaints[0];
  if (!first) return { text: '' };
  if (/requires a JSON array/i.test(first.text)) {
    return {
      text: 'it asks for a list of records, which is what Sluice sends; something between the two changed the request.',
    };
  }
  const input = task.inputOf?.(first.field);
  const text = complaints
    .slice(0, 3)
    .map((each) => {
      const label = labelOf(task.inputOf?.(each.field) ?? each.field);
      return label === '' ? tidy(each.text) : `${label}: ${tidy(each.text)}`;
    })
    .join(' ');
  return input ? { text, input } : { text };
}

const words: Readonly<Record<string, string>> = {
  outcome: 'outcome',
  summary: 'summary',
  details: 'details',
  category: 'category_1',
  'ticket type': 'tickettype_id',
  priority: 'priority_id',
  status: 'status_id',
  team: 'team',
  client: 'client_id',
  customer: 'client_id',
  site: 'site_id',
  user: 'user_id',
  agent: 'agent_id',
  impact: 'impact',
  urgency: 'urgency',
};

/** Halo names a missing field only in prose, such as "An Outcome must be entered for this Action". */
function named(
  message: string,
  task: HaloTask,
): { readonly text: string; readonly input?: string } {
  const text = tidy(message);
  if (/^<(!doctype|html)/i.test(text)) return { text: '' };
  const field = words[(subjectOf(text) ?? '').toLowerCase()];
  const input = field ? task.inputOf?.(field) : undefined;
  return input ? { text, input } : { text };
}

/** The first field that a complaint is about: before its verb, or after a colon where several are listed. */
function subjectOf(text: string): string | undefined {
  if (/do not have access to this action/i.test(text)) return 'outcome';
  const listed = /\b(?:mandatory|required)\b[^:]*:\s*([a-z ]+)/i.exec(text);
  const subject =
    /^(?:an? |the |please (?:enter|select)(?: an?)? )?([a-z][a-z ]{2,30}?)(?: (?:must|is (?:required|mandatory)|cannot|can not)\b|[.!]?$)/i;
  return (listed ?? subject.exec(text))?.[1]?.trim();
}

/** One line without the parser's position, ended by a full stop. */
function tidy(text: string): string {
  const line = text
    .slice(0, 4000)
    .replace(/\s*Path '[^']*'(, line \d+, position \d+)?\.?/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
  return line === '' || /[.!?]$/.test(line) ? line : `${line}.`;
}

/** An input's name as a person reads it: `ticketTypeId` is *Ticket Type ID*. */
export function labelOf(input: string): string {
  return input
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(/\bId\b/g, 'ID')
    .replace(/\bHtml\b/g, 'HTML')
    .replace(/\bSla\b/g, 'SLA');
}
