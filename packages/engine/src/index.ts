export * from './check-inputs.ts';
export * from './engine-ports.ts';
export * from './failure-from.ts';
export * from './next-attempt.ts';
export * from './plan-flow.ts';
export * from './resolve-inputs.ts';
export * from './run-flow.ts';
export * from './settle-edges.ts';
