import { SignalProblem } from './signal-problem.ts';

export interface SignalQuery {
  readonly query: Readonly<Record<string, string>>;
  readonly recipients: readonly string[];
}

/**
 * Reads a trigger URL's parameters. `recipients` is split before it is decoded, so that a name may
 * hold an encoded comma. A parameter given twice is refused rather than guessed at.
 */
export function readQuery(url: string): SignalQuery {
  const text = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const query = new Map<string, string>();
  let recipients: readonly string[] = [];
  for (const part of text.split('&').filter(Boolean).slice(0, 100)) {
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const raw = equals < 0 ? '' : part.slice(equals + 1);
    if (query.has(name))
      throw new SignalProblem(400, `The parameter ${name.slice(0, 40)} is given twice.`);
    query.set(name, decode(raw));
    if (name === 'recipients') {
      recipients = raw
        .split(',')
        .map((each) => decode(each).trim())
        .filter(Boolean)
        .slice(0, 500);
    }
  }
  return { query: Object.fromEntries(query), recipients };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new SignalProblem(400, 'The URL’s parameters are not properly encoded.');
  }
}
