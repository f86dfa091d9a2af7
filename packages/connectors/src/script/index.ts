import { defineConnector } from '@sluice/connector-kit';
import { runScript } from './steps/run-script.ts';

/** Script: what no other step does, in a few lines of JavaScript. */
export const connector = defineConnector({
  id: 'script',
  label: 'Script',
  section: 'tools',
  triggers: [],
  steps: [runScript],
});
