import {
  type ConnectorManifest,
  type StepManifest,
  type TriggerManifest,
  nextExit,
} from '@sluice/schema';
import type { Connector } from './define.ts';
import type { StepDefinition } from './step.ts';
import type { TriggerDefinition } from './trigger.ts';

/** The data half of a connector's declaration, for the catalogue. */
export function manifestOf(connector: Connector, icon: string): ConnectorManifest {
  const { id, label, section, connection } = connector;
  return {
    id,
    label,
    section,
    icon,
    ...(connection && {
      connection: {
        label: connection.label,
        ...(connection.help !== undefined && { help: connection.help }),
        fields: connection.fields,
      },
    }),
    triggers: connector.triggers.map((trigger) => triggerManifest(trigger)),
    steps: connector.steps.map((step) => stepManifest(step, connector)),
  };
}

function stepManifest(step: StepDefinition, connector: Connector): StepManifest {
  return {
    type: step.type,
    label: step.label,
    summary: step.summary,
    ...(step.help !== undefined && { help: step.help }),
    ...(step.icon !== undefined && { icon: step.icon }),
    connection: step.connection ?? (connector.connection ? 'required' : 'none'),
    inputs: step.inputs,
    outputs: step.outputs,
    ...perEntry(step),
    exits: {
      fixed: step.exits ?? [nextExit],
      ...(step.exitPerEntryOf !== undefined && { perEntryOf: step.exitPerEntryOf }),
    },
    changes: step.changes ?? step.repeatable !== true,
    ...(step.highlight !== undefined && { highlight: step.highlight }),
  };
}

function triggerManifest(trigger: TriggerDefinition): TriggerManifest {
  return {
    type: trigger.type,
    label: trigger.label,
    summary: trigger.summary,
    ...(trigger.help !== undefined && { help: trigger.help }),
    ...(trigger.icon !== undefined && { icon: trigger.icon }),
    source: trigger.source ?? 'http',
    connection: trigger.connection ?? 'none',
    inputs: trigger.inputs ?? {},
    canAnswer: trigger.canAnswer ?? false,
    outputs: trigger.outputs,
    ...perEntry(trigger),
    samples: trigger.samples,
    deduplicateBy: trigger.deduplicateBy ?? [],
    correlateBy: trigger.correlateBy ?? [],
    instructions: trigger.instructions ?? [],
    ...(trigger.setup && { setup: { label: trigger.setup.label, help: trigger.setup.help } }),
  };
}

function perEntry({ outputPerEntryOf }: { readonly outputPerEntryOf?: string }) {
  return outputPerEntryOf === undefined ? {} : { outputPerEntryOf };
}
