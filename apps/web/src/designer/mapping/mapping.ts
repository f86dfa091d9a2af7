import { createContext, useContext } from 'react';
import type { Lookup, NodeId, Pill, PillRepair } from '@sluice/schema';
import type { KnownValues } from './known-values.ts';
import type { OutputChoice } from './output-choices.ts';
import type { PillView, Tone } from './pill-view.ts';

/** Everything the inputs of one node may draw on, and how its pills read. */
export interface Mapping {
  /** Triggers first, then steps nearest last, then the constants. */
  readonly sources: readonly MappingSource[];
  /** The best known values, for previews. */
  readonly lookup: Lookup;
  readonly viewOf: (pill: Pill) => PillView;
  /** The outputs that could take a broken pill's place, best first. */
  readonly matchesFor: (pill: Pill) => readonly OutputChoice[];
  readonly repairing?: PillRepairing;
}

/** Repairs all broken pills of one source at once, those of other steps with the form's own edit. */
export interface PillRepairing {
  readonly count: (source: NodeId) => { readonly here: number; readonly elsewhere: number };
  readonly repair: (repair: PillRepair) => void;
}

/** An earlier node, or the constants, and what it offers. */
export interface MappingSource {
  readonly nodeId: NodeId;
  readonly name: string;
  readonly tone: Tone;
  readonly origin: KnownValues['origin'];
  /** Why its values may be missing, such as that it is disabled. */
  readonly note?: string;
  readonly outputs: readonly MappingOutput[];
}

/** A value that can become a pill. */
export interface MappingOutput {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** The value as far as it is known. */
  readonly value: unknown;
}

/** For inputs that may draw on nothing. */
export const noMapping: Mapping = {
  sources: [],
  lookup: () => undefined,
  matchesFor: () => [],
  viewOf: (pill) => ({ source: pill.nodeId, output: pill.output, formats: '', tone: 'constant' }),
};

/** Hands the mapping of the node being set up to every input beneath. */
export const MappingContext = createContext<Mapping>(noMapping);

/** What the inputs here may draw on. */
export function useMapping(): Mapping {
  return useContext(MappingContext);
}
