export type { HaloSimulator, HaloSimulatorOptions, HaloView } from './halo-simulator.ts';
export type { FailNext, FaultKind } from './quirks/fail-next.ts';
export type { Quirks } from './quirks/quirks.ts';
export { startHaloSimulator } from './start-halo-simulator.ts';
