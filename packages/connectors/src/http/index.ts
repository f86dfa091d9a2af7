import { defineConnector } from '@sluice/connector-kit';
import { connection } from './connection.ts';
import { sendRequest } from './steps/send-request.ts';
import { webhook } from './triggers/webhook.ts';

/** HTTP: requests to any other system, with a connection or without, and from any. */
export const connector = defineConnector({
  id: 'http',
  label: 'HTTP',
  section: 'tools',
  connection,
  triggers: [webhook],
  steps: [sendRequest],
});
