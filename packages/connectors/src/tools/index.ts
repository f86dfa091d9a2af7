import { defineConnector } from '@sluice/connector-kit';
import { setValues } from './steps/set-values.ts';
import { switchStep } from './steps/switch.ts';

/** Steps that decide and reshape, and touch no other system. */
export const connector = defineConnector({
  id: 'tools',
  label: 'Tools',
  section: 'tools',
  triggers: [],
  steps: [switchStep, setValues],
});
