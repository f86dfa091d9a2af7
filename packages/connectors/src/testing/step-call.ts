import type { FlowCaller, Http, StepCall, StepIdentity, WayIn } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { openHttp } from './open-http.ts';

/** What a step is called with in tests. */
export interface CallOptions {
  readonly http?: Http;
  readonly connection?: Values;
  readonly identity?: Partial<StepIdentity>;
  readonly waysIn?: readonly WayIn[];
  readonly flows?: FlowCaller;
}

/** Builds a step's call with the inputs as the engine would hand them over. */
export function stepCall(inputs: Values, options: CallOptions = {}): StepCall {
  return {
    inputs,
    http: options.http ?? openHttp(),
    connection: options.connection ?? {},
    log: () => {},
    waysIn: options.waysIn ?? [],
    flows: options.flows ?? noFlows,
    identity: {
      runId: 'run-1',
      nodeId: 'create',
      marker: 'sluice-run-1-create',
      startedAt: new Date().toISOString(),
      ...options.identity,
    },
  };
}

const noFlows: FlowCaller = {
  run: async (calls) => {
    if (calls.length === 0) return [];
    throw new Error('This test has no flows to call.');
  },
};
