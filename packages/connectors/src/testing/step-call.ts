import type { Http, StepCall, StepIdentity } from '@sluice/connector-kit';
import type { Values } from '@sluice/schema';
import { openHttp } from './open-http.ts';

/** What a step is called with in tests. */
export interface CallOptions {
  readonly http?: Http;
  readonly connection?: Values;
  readonly identity?: Partial<StepIdentity>;
}

/** Builds a step's call with the inputs as the engine would hand them over. */
export function stepCall(inputs: Values, options: CallOptions = {}): StepCall {
  return {
    inputs,
    http: options.http ?? openHttp(),
    connection: options.connection ?? {},
    log: () => {},
    identity: {
      runId: 'run-1',
      nodeId: 'create',
      marker: 'sluice-run-1-create',
      startedAt: new Date().toISOString(),
      ...options.identity,
    },
  };
}
