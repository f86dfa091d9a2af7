import type { Http, StepDefinition } from '@sluice/connector-kit';
import { type HaloSimulator, type Quirks, startHaloSimulator } from '@sluice/halo-simulator';
import type { Values } from '@sluice/schema';
import { connection } from '../haloitsm/connection.ts';
import { openConnection } from './open-connection.ts';
import { type CallOptions, stepCall } from './step-call.ts';

/** A running Halo simulator with a connection to it. */
export interface HaloDesk {
  readonly halo: HaloSimulator;
  readonly http: Http;
  readonly values: Readonly<Record<string, string>>;
  /** Runs a step; outputs as they are, without the exits. */
  run(step: StepDefinition, inputs: Values, options?: CallOptions): Promise<Values>;
  reconcile(
    step: StepDefinition,
    inputs: Values,
    options?: CallOptions,
  ): Promise<Values | undefined>;
}

/** Starts a simulator and opens a connection to it. */
export async function openHaloDesk(quirks: Partial<Quirks> = {}): Promise<HaloDesk> {
  const halo = await startHaloSimulator({ quirks });
  const values = {
    resourceServer: `${halo.url}/api`,
    clientId: halo.clientId,
    clientSecret: halo.clientSecret,
    scope: 'all',
  };
  const http = await openConnection(connection, values);
  const call = (inputs: Values, options: CallOptions = {}) =>
    stepCall(inputs, { http, connection: { resourceServer: values.resourceServer }, ...options });
  return {
    halo,
    http,
    values,
    run: async (step, inputs, options) => (await step.run(call(inputs, options))) as Values,
    reconcile: async (step, inputs, options) =>
      (await step.reconcile?.(call(inputs, options))) as Values | undefined,
  };
}
