import type { TriggerAuthentication } from '@sluice/schema';

/** What each authentication method is called, and what it asks of the caller. */
export const authenticationWords: Readonly<
  Record<TriggerAuthentication, { readonly label: string; readonly sentence: string }>
> = {
  url: {
    label: 'URL',
    sentence: 'The URL holds a secret key. Whoever knows the URL may call it.',
  },
  basic: {
    label: 'Basic',
    sentence: 'The caller sends a user’s or an integration user’s name and password.',
  },
  'api-key': {
    label: 'API key',
    sentence: 'The caller sends the key and secret of an API key, as Basic or as a bearer token.',
  },
  oauth: {
    label: 'OAuth 2',
    sentence: 'The caller gets a token with client credentials, and sends it as a bearer token.',
  },
  signed: {
    label: 'Signed',
    sentence: 'The caller signs each request with a secret, as Standard Webhooks describes.',
  },
  any: { label: 'Any of these', sentence: 'The caller may use whichever method it can.' },
};
