import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTokenStore } from './auth/token-store.ts';
import { createApp } from './create-app.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { createRequestLog } from './http/request-log.ts';
import type { HaloSimulator, HaloSimulatorOptions } from './halo-simulator.ts';
import { createQuirkBoard } from './quirks/quirk-board.ts';
import { createHaloState } from './state/halo-state.ts';
import { openStateFile } from './state/state-file.ts';
import { logTicket } from './tickets/log-ticket.ts';
import { announceEvents } from './webhooks/announce-events.ts';
import { createDeliveryQueue } from './webhooks/delivery-queue.ts';

/** Starts an instance of Halo over HTTP, and resolves when it listens. */
export async function startHaloSimulator(
  options: HaloSimulatorOptions = {},
): Promise<HaloSimulator> {
  const credentials = {
    clientId: options.clientId ?? '00000000-0000-4000-8000-000000000001',
    clientSecret: options.clientSecret ?? 'simulator-secret',
    tenant: options.tenant ?? 'example',
  };
  const state = createHaloState(() => file?.touch());
  const file = options.stateFile ? openStateFile(options.stateFile, state.snapshot) : undefined;
  const stored = file?.load();
  if (stored) state.restore(stored);

  const quirks = createQuirkBoard(options.quirks);
  const tokens = createTokenStore();
  const limit = createRateLimit();
  const requests = createRequestLog();
  const queue = createDeliveryQueue(state, quirks);
  const desk = { state, quirks, announce: announceEvents(state, quirks, queue) };

  function reset(): void {
    queue.clear();
    state.clear();
    quirks.reset();
    limit.reset();
    requests.clear();
  }

  const app = createApp({
    desk,
    state,
    quirks,
    tokens,
    requests,
    queue,
    reset,
    credentials,
    limit,
  });
  const server = createServer(app);
  const host = options.host ?? '127.0.0.1';
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    ...credentials,
    state: {
      get tickets() {
        return [...state.tickets.values()];
      },
      get actions() {
        return [...state.actions.values()].flat();
      },
      get webhooks() {
        return [...state.webhooks.values()];
      },
      get notifications() {
        return [...state.notifications.values()];
      },
      get deliveries() {
        return [...state.deliveries.values()];
      },
      get requests() {
        return requests.list();
      },
    },
    get quirks() {
      return quirks.current;
    },
    setQuirks: quirks.set,
    expireTokens: tokens.expireAll,
    logTicket: async (fields) => logTicket(desk, fields),
    idle: queue.idle,
    reset,
    async close() {
      await queue.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await file?.close();
    },
  };
}
