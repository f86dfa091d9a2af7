import { createContext, useContext } from 'react';
import {
  type Catalogue,
  type ConnectorManifest,
  type StepManifest,
  type TriggerManifest,
  manifestIndex,
} from '@sluice/schema';

/** Holds the catalogue for everything beneath `CatalogueProvider`. */
export const CatalogueContext = createContext<Catalogue | undefined>(undefined);

/** The connectors on offer. */
export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (!catalogue) throw new Error('useCatalogue needs a CatalogueProvider above it.');
  return catalogue;
}

/** The declaration of a step by its type; undefined when this server does not know it. */
export function useStepManifest(type: string): StepManifest | undefined {
  return manifestIndex(useCatalogue()).steps.get(type);
}

/** The declaration of a trigger by its type; undefined when this server does not know it. */
export function useTriggerManifest(type: string): TriggerManifest | undefined {
  return manifestIndex(useCatalogue()).triggers.get(type);
}

/** The connector that declares a node type, or that has this id. */
export function useConnectorOf(type: string): ConnectorManifest | undefined {
  const catalogue = useCatalogue();
  return (
    manifestIndex(catalogue).connectors.get(type) ??
    catalogue.connectors.find((connector) => connector.id === type)
  );
}
