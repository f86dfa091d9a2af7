import { defineConnection, number, secret, select, text } from '@sluice/connector-kit';
import { haloAddress } from './halo-address.ts';
import { obtainToken } from './halo-login.ts';
import { testConnection } from './test-connection.ts';

/** Seconds before a token's end at which a new one is obtained. */
const EARLY = 60;

const fields = {
  resourceServer: text({
    label: 'Resource Server',
    help: 'Halo shows it under Configuration › Integrations › HaloITSM API. With or without /api.',
    placeholder: 'https://acme.haloitsm.com/api',
    required: true,
  }),
  authorisationServer: text({
    label: 'Authorisation Server',
    help: 'Shown on the same page. Leave it empty and Halo is asked for it.',
    placeholder: 'https://acme.haloitsm.com/auth',
  }),
  tenant: text({
    label: 'Tenant',
    help: 'Shown on the same page. Needed when the authorisation server is shared.',
    placeholder: 'acme',
  }),
  clientId: text({
    label: 'Client ID',
    help: 'From an API application in Halo with the method “Client ID and Secret (Services)”.',
    required: true,
  }),
  clientSecret: secret({
    label: 'Client Secret',
    help: 'Shown once, when the API application is made. Stored encrypted.',
    required: true,
  }),
  scope: text({
    label: 'Scope',
    help: 'What to ask for. “edit:tickets read:customers” is enough for tickets and their lists.',
    initial: 'all',
  }),
  markerField: select({
    label: 'Marker field',
    help: 'A ticket field that nobody else uses. Create Ticket writes its mark there, and looks for it before it tries again, so that no ticket is made twice.',
    initial: 'third_party_id_string',
    group: 'more',
    options: [
      { value: 'third_party_id_string', label: 'Third party ID' },
      { value: 'supplier_reference', label: 'Supplier reference' },
      { value: 'client_reference', label: 'Client reference' },
    ],
  }),
  requestsPerFiveMinutes: number({
    label: 'Requests per 5 minutes',
    help: 'How many requests all runs together may send. Halo allows about 700 in all.',
    initial: '700',
    group: 'more',
  }),
};

/** How to reach a Halo instance: an API application's client id and secret. */
export const connection = defineConnection({
  label: 'HaloITSM',
  help: 'Make an API application in Halo under Configuration › Integrations › HaloITSM API › View Applications, with the method “Client ID and Secret (Services)” and the permissions edit:tickets and read:customers. It acts as the agent chosen there.',
  fields,

  async authorize(values, http) {
    const baseUrl = haloAddress(values.resourceServer);
    const token = await obtainToken(values, http);
    return {
      baseUrl,
      headers: { authorization: `Bearer ${token.accessToken}` },
      expiresInSeconds: Math.max(
        token.expiresInSeconds - EARLY,
        Math.ceil(token.expiresInSeconds / 2),
      ),
    };
  },

  budget({ requestsPerFiveMinutes }) {
    const requests = Math.floor(Number(requestsPerFiveMinutes));
    return { requests: requests >= 1 ? requests : 700, perSeconds: 300, atOnce: 10 };
  },

  test: testConnection,
});
