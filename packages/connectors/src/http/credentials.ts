import { StepError } from '@sluice/connector-kit';

/** The values of a connection that say where to send and as whom. */
export interface HttpConnectionValues {
  readonly baseUrl: string;
  readonly authentication?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
  readonly headerName?: string | undefined;
  readonly headerValue?: string | undefined;
  readonly testPath?: string | undefined;
}

/** The headers that authenticate a request. Throws a `StepError` naming the field that is missing. */
export function credentialHeaders(values: HttpConnectionValues): Readonly<Record<string, string>> {
  const { authentication = 'none' } = values;
  switch (authentication) {
    case 'none':
      return {};
    case 'basic': {
      const name = needed(values, 'username', 'User name');
      if (name.includes(':')) throw invalid('A user name cannot hold a colon.', 'username');
      const pair = Buffer.from(`${name}:${values.password ?? ''}`).toString('base64');
      return { authorization: `Basic ${pair}` };
    }
    case 'bearer':
      return { authorization: `Bearer ${needed(values, 'token', 'Token')}` };
    case 'header': {
      const name = needed(values, 'headerName', 'Header name').toLowerCase();
      return { [name]: needed(values, 'headerValue', 'Header value') };
    }
    default:
      throw invalid('This kind of authentication is not known.', 'authentication');
  }
}

/** The address that paths are put behind. Throws a `StepError` when it is none. */
export function readBaseUrl(text: string): string {
  const given = text.trim();
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw invalid('Base URL is not a web address such as https://api.example.com/v1.', 'baseUrl');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid(
      'Base URL holds a user name or password. Put them in their own fields.',
      'baseUrl',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw invalid('Base URL cannot have a part after “?” or “#”.', 'baseUrl');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function needed(
  values: HttpConnectionValues,
  field: keyof HttpConnectionValues,
  label: string,
): string {
  const value = values[field]?.trim() ?? '';
  if (value === '') throw invalid(`${label} is empty.`, field);
  return value;
}

function invalid(message: string, input: keyof HttpConnectionValues): StepError {
  return new StepError({ code: 'invalid-input', message, input });
}
