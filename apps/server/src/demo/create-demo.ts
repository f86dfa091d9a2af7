import { join } from 'node:path';
import type { TriggerDefinition } from '@sluice/connector-kit';
import type { HaloSimulator } from '@sluice/halo-simulator';
import type { Catalogue } from '@sluice/schema';
import type { Config } from '../config.ts';
import type { Connections } from '../connections/connections.ts';
import { sealValues } from '../connections/sealed-values.ts';
import { createFlow } from '../flows/create-flow.ts';
import { publishFlow } from '../flows/publish-flow.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { findConnection, insertConnection } from '../storage/connections.ts';
import type { Database } from '../storage/database.ts';
import { findFlow } from '../storage/flows.ts';
import { newId } from '../storage/new-id.ts';
import { keepSetting, readSetting, writeSetting } from '../storage/settings.ts';
import { ensureTrigger, keepSetup } from '../storage/triggers.ts';
import type { TriggerAddresses } from '../triggers/trigger-address.ts';
import { demoDrawing } from './demo-flow.ts';

export interface DemoNeeds {
  readonly config: Pick<Config, 'dataDir' | 'demo' | 'host' | 'port'>;
  readonly db: Database;
  readonly secrets: Secrets;
  readonly outbound: Outbound;
  readonly connections: Connections;
  readonly addresses: TriggerAddresses;
  readonly catalogue: Catalogue;
  readonly findTrigger: (type: string) => TriggerDefinition | undefined;
  readonly changed: () => void;
}

export interface Demo {
  /** The simulator's page, while it runs. */
  readonly url: string | undefined;
  /** Makes the demo now, and at every start from now on. */
  start(): Promise<void>;
  /** Starts it again if it was asked for, now or before. `origin` is where this server listens. */
  resume(origin: string): Promise<void>;
  stop(): Promise<void>;
}

const trigger = 'haloitsm.incidents';
const triggerNode = 'ticket-logged';
const userId = 'demo';

/** The demo, not started yet. */
export function createDemo(needs: DemoNeeds): Demo {
  const { config, db } = needs;
  let halo: HaloSimulator | undefined;
  let origin = '';

  async function start(): Promise<void> {
    if (halo) return;
    await writeSetting(db, 'demo', 'on');
    halo = await startBeside(needs);
    needs.outbound.allowAlso({ host: '127.0.0.1', port: Number(new URL(halo.url).port) });
    const connectionId = await keepConnection(needs, halo);
    const flowId = await keepFlow(needs, connectionId);
    if (flowId !== undefined) await pointAt(needs, { flowId, connectionId, origin });
    needs.changed();
  }

  return {
    get url() {
      return halo?.url;
    },
    start,
    resume: async (listening) => {
      origin = listening;
      if (config.demo || (await readSetting(db, 'demo')) === 'on') await start();
    },
    stop: async () => halo?.close(),
  };
}

/** On the port after ours, so that its page can be bookmarked; on any other when that is taken. */
async function startBeside({ config, secrets }: DemoNeeds): Promise<HaloSimulator> {
  const options = {
    host: '127.0.0.1',
    clientSecret: secrets.deriveKey('demo-client-secret').toString('hex'),
    stateFile: join(config.dataDir, 'halo-simulator.json'),
  };
  const port = config.port === 0 ? 0 : config.port + 1;
  // Only here, as most servers never start it.
  const { startHaloSimulator } = await import('@sluice/halo-simulator');
  try {
    return await startHaloSimulator({ ...options, port });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    return startHaloSimulator({ ...options, port: 0 });
  }
}

/** One connection, pointed at wherever the simulator listens this time. */
async function keepConnection(needs: DemoNeeds, halo: HaloSimulator): Promise<string> {
  const { db, secrets, connections } = needs;
  const id = await keepSetting(db, 'demo-connection', newId());
  const at = Date.now();
  const sealed = sealValues(
    id,
    {
      resourceServer: `${halo.url}/api`,
      authorisationServer: `${halo.url}/auth`,
      tenant: halo.tenant,
      clientId: halo.clientId,
      clientSecret: halo.clientSecret,
      scope: 'all',
    },
    secrets,
  );
  if (await findConnection(db, id)) {
    await db
      .updateTable('connections')
      .set({ sealed_values: sealed, updated_at: at })
      .where('id', '=', id)
      .execute();
  } else {
    const name = 'Halo simulator';
    const row = { id, name, type: 'haloitsm', sealed_values: sealed, last_test: null };
    await insertConnection(db, { ...row, created_at: at, updated_at: at });
  }
  connections.forget(id);
  return id;
}

/** The flow, made and published once; undefined when the user has deleted it. */
async function keepFlow(needs: DemoNeeds, connectionId: string): Promise<string | undefined> {
  const { db, catalogue, findTrigger } = needs;
  const known = await readSetting(db, 'demo-flow');
  if (known !== undefined) return (await findFlow(db, known))?.id;
  await keepUser(db);
  const drawing = demoDrawing(connectionId);
  const name = 'HaloITSM ticket → Create Ticket → Add Action';
  const by = { id: userId, name: 'Demo' };
  const id = await createFlow(db, { name, enabled: true, drawing }, by);
  const flow = await findFlow(db, id);
  if (flow) await publishFlow(db, flow, { by: by.name, catalogue, findTrigger });
  await writeSetting(db, 'demo-flow', id);
  return id;
}

async function keepUser(db: Database): Promise<void> {
  await db
    .insertInto('users')
    .values({
      id: userId,
      name: 'HaloITSM demo',
      email: null,
      kind: 'integration',
      role: 'operator',
      password_hash: null,
      disabled: 0,
      created_at: Date.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes the webhooks in the simulator anew, because this server's address may have changed. */
async function pointAt(
  needs: DemoNeeds,
  { flowId, connectionId, origin }: { flowId: string; connectionId: string; origin: string },
): Promise<void> {
  const { db, connections, addresses, findTrigger } = needs;
  const setup = findTrigger(trigger)?.setup;
  const flow = await findFlow(db, flowId);
  const node = flow?.drawing.nodes.find((each) => each.id === triggerNode);
  if (!setup || !flow || node?.kind !== 'trigger') return;
  const row = await ensureTrigger(db, flowId, triggerNode);
  const { http } = await connections.open(connectionId);
  if (row.setup !== null) await setup.remove({ http, created: JSON.parse(row.setup).created });
  const { pathname, search } = new URL(addresses.urlOf(row, node.settings.authentication));
  const created = await setup.create({
    http,
    url: `${origin}${pathname}${search}`,
    flowName: flow.name,
  });
  await keepSetup(db, row.id, { connectionId, createdAt: new Date().toISOString(), created });
}
