import { type StepDefinition, type TriggerDefinition, manifestOf } from '@sluice/connector-kit';
import type { Catalogue } from '@sluice/schema';
import { type LoadedConnector, loadConnectors } from './load-connectors.ts';

export type { LoadedConnector } from './load-connectors.ts';

/** Every connector found, by folder name. */
export const connectors: readonly LoadedConnector[] = await loadConnectors();

/** The data half of every connector, for the designer. */
export const catalogue: Catalogue = {
  connectors: connectors.map((connector) => manifestOf(connector, connector.icon)),
};

const steps = new Map(connectors.flatMap((c) => c.steps).map((step) => [step.type, step]));
const triggers = new Map(connectors.flatMap((c) => c.triggers).map((each) => [each.type, each]));

/** The step of a type such as `haloitsm.create-ticket`. */
export function findStep(type: string): StepDefinition | undefined {
  return steps.get(type);
}

/** The trigger of a type such as `haloitsm.incidents`. */
export function findTrigger(type: string): TriggerDefinition | undefined {
  return triggers.get(type);
}

/** The connector of an id such as `haloitsm`, or the one that declares a step's or trigger's type. */
export function findConnector(idOrType: string): LoadedConnector | undefined {
  const [id] = idOrType.split('.', 1);
  return connectors.find((connector) => connector.id === id);
}
