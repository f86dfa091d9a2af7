import type { Catalogue, ConnectorManifest, StepManifest, TriggerManifest } from './catalogue.ts';

/** A catalogue's declarations by node type. */
export interface ManifestIndex {
  readonly triggers: ReadonlyMap<string, TriggerManifest>;
  readonly steps: ReadonlyMap<string, StepManifest>;
  readonly connectors: ReadonlyMap<string, ConnectorManifest>;
}

const known = new WeakMap<Catalogue, ManifestIndex>();

/** Indexes a catalogue once, however often it is asked. */
export function manifestIndex(catalogue: Catalogue): ManifestIndex {
  const index = known.get(catalogue) ?? buildIndex(catalogue);
  known.set(catalogue, index);
  return index;
}

function buildIndex({ connectors }: Catalogue): ManifestIndex {
  const triggers = connectors.flatMap((connector) => connector.triggers);
  const steps = connectors.flatMap((connector) => connector.steps);
  const all = [
    ...connectors.flatMap((c) => c.triggers.map((manifest) => [manifest.type, c] as const)),
    ...connectors.flatMap((c) => c.steps.map((manifest) => [manifest.type, c] as const)),
  ];
  return {
    triggers: new Map(triggers.map((manifest) => [manifest.type, manifest])),
    steps: new Map(steps.map((manifest) => [manifest.type, manifest])),
    connectors: new Map(all),
  };
}
