import { defineConnector } from '@sluice/connector-kit';
import { call } from './steps/call.ts';
import { forEach } from './steps/for-each.ts';
import { callable } from './triggers/callable.ts';
import { failed } from './triggers/failed.ts';

/** Flows that call each other, and hear of each other's failures. */
export const connector = defineConnector({
  id: 'flows',
  label: 'Flows',
  section: 'tools',
  triggers: [callable, failed],
  steps: [call, forEach],
});
