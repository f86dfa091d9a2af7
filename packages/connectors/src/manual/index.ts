import { defineConnector } from '@sluice/connector-kit';
import { start } from './triggers/start.ts';

/** Runs that people start. */
export const connector = defineConnector({
  id: 'manual',
  label: 'Manual',
  section: 'tools',
  triggers: [start],
  steps: [],
});
