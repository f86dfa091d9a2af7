import { defineConnection, secret, select, text } from '@sluice/connector-kit';
import { credentialHeaders, readBaseUrl } from './credentials.ts';
import { testConnection } from './test-connection.ts';

const fields = {
  baseUrl: text({
    label: 'Base URL',
    help: 'Paths of requests are put behind it. The credentials are sent to its host and to no other.',
    placeholder: 'https://api.example.com/v1',
    required: true,
  }),
  authentication: select({
    label: 'Authentication',
    help: 'How the other system knows who asks. Fill in only the fields that belong to it.',
    initial: 'none',
    options: [
      { value: 'none', label: 'None' },
      { value: 'basic', label: 'User name and password' },
      { value: 'bearer', label: 'Bearer token' },
      { value: 'header', label: 'A header of its own' },
    ],
  }),
  username: text({
    label: 'User name',
    help: 'For “User name and password”.',
  }),
  password: secret({
    label: 'Password',
    help: 'For “User name and password”. Stored encrypted.',
  }),
  token: secret({
    label: 'Token',
    help: 'For “Bearer token”, without the word Bearer. Stored encrypted.',
  }),
  headerName: text({
    label: 'Header name',
    help: 'For “A header of its own”.',
    placeholder: 'X-Api-Key',
  }),
  headerValue: secret({
    label: 'Header value',
    help: 'For “A header of its own”. Stored encrypted.',
  }),
  testPath: text({
    label: 'Path to test',
    help: 'What Test connection asks for with GET: something that only the right credentials may read.',
    placeholder: '/',
  }),
};

/** How to reach any system that speaks HTTP. */
export const connection = defineConnection({
  label: 'HTTP',
  help: 'An address and the credentials to send there. Steps then name only the path, and never the secret.',
  fields,

  async authorize(values) {
    return { baseUrl: readBaseUrl(values.baseUrl), headers: credentialHeaders(values) };
  },

  test: testConnection,
});
