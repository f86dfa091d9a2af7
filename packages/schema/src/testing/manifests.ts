import type {
  ConnectorManifest,
  FieldManifest,
  StepManifest,
  TriggerManifest,
} from '../catalogue/catalogue.ts';

/** For tests: a text that may be left out, but for what is said. */
export const fieldManifest = (label: string, more: Partial<FieldManifest> = {}): FieldManifest => ({
  control: 'text',
  type: 'text',
  label,
  required: false,
  group: 'main',
  ...more,
});

/** For tests: a step with one exit, and nothing else but what is said. */
export const stepManifest = (type: string, more: Partial<StepManifest>): StepManifest => ({
  type,
  label: type,
  summary: '',
  connection: 'none',
  inputs: {},
  outputs: {},
  exits: { fixed: [{ id: 'next', label: 'Next' }] },
  ...more,
});

/** For tests: a trigger with nothing but what is said. */
export const triggerManifest = (type: string, more: Partial<TriggerManifest>): TriggerManifest => ({
  type,
  label: type,
  summary: '',
  source: 'http',
  inputs: {},
  outputs: {},
  connection: 'none',
  canAnswer: false,
  samples: [],
  deduplicateBy: [],
  correlateBy: [],
  instructions: [],
  ...more,
});

/** For tests: a connector with nothing but what is said. */
export const connectorManifest = (
  id: string,
  more: Partial<ConnectorManifest>,
): ConnectorManifest => ({
  id,
  label: id,
  section: 'apps',
  icon: '',
  triggers: [],
  steps: [],
  ...more,
});
