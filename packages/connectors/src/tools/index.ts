import { defineConnector } from '@sluice/connector-kit';
import { condition } from './steps/condition.ts';
import { merge } from './steps/merge.ts';
import { parseJson } from './steps/parse-json.ts';
import { respond } from './steps/respond.ts';
import { setValues } from './steps/set-values.ts';
import { stop } from './steps/stop.ts';
import { switchStep } from './steps/switch.ts';
import { wait } from './steps/wait.ts';

/** Steps that decide and reshape, and touch no other system. */
export const connector = defineConnector({
  id: 'tools',
  label: 'Tools',
  section: 'tools',
  triggers: [],
  steps: [switchStep, condition, merge, wait, setValues, parseJson, respond, stop],
});
