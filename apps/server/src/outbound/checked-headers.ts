import { StepError } from '@sluice/connector-kit';

/**
 * Headers in lower case, without those that say how a message is sent rather than what it says:
 * they are ours to set. Throws a `StepError` for a name or value that cannot stand in a request.
 */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw invalid(`“${name}” is not a header name.`);
    if (!/^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value)) {
      throw invalid(`The header “${name}” holds a line break or a character that headers cannot.`);
    }
    if (!ours.has(lower) && !lower.startsWith('proxy-')) checked[lower] = value;
  }
  return checked;
}

/** A method in upper case. Throws a `StepError` for one that is not sent from here. */
export function checkedMethod(method: string): string {
  const upper = method.toUpperCase();
  if (!/^[A-Z]{1,20}$/.test(upper) || upper === 'CONNECT' || upper === 'TRACE') {
    throw invalid(`“${method}” is not a method that can be sent.`);
  }
  return upper;
}

const ours = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function invalid(message: string): StepError {
  return new StepError({ code: 'invalid-input', message });
}
