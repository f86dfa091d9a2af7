import { defineConnector } from '@sluice/connector-kit';
import { timer } from './triggers/timer.ts';

/** Runs that the clock starts. */
export const connector = defineConnector({
  id: 'schedule',
  label: 'Schedule',
  section: 'tools',
  triggers: [timer],
  steps: [],
});
