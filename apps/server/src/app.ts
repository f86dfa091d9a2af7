import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { catalogue, connectors, findStep, findTrigger } from '@sluice/connectors';
import { manifestIndex } from '@sluice/schema';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { type Accounts, createAccounts } from './accounts/create-accounts.ts';
import { shareAccess } from './accounts/share-access.ts';
import { catalogueRoutes } from './catalogue/catalogue-routes.ts';
import { createCluster } from './cluster/create-cluster.ts';
import type { Config } from './config.ts';
import { connectionRoutes } from './connections/connection-routes.ts';
import { connectionTestRoutes } from './connections/connection-test-routes.ts';
import { createConnections } from './connections/connections.ts';
import { constantRoutes } from './connections/constant-routes.ts';
import { createDemo } from './demo/create-demo.ts';
import { FlowPlans } from './flows/flow-plans.ts';
import { flowFileRoutes } from './flows/flow-file-routes.ts';
import { flowRoutes } from './flows/flow-routes.ts';
import { keepingRoutes } from './flows/keeping-routes.ts';
import { tagRoutes } from './flows/tag-routes.ts';
import { versionRoutes } from './flows/version-routes.ts';
import { answerNotFound, answerProblems } from './http/answer-problems.ts';
import { compressAnswers } from './http/compress-answers.ts';
import { healthRouter } from './http/health-router.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { openApiRoutes } from './http/openapi-routes.ts';
import { secureApp } from './http/security.ts';
import { webRouter } from './http/web-router.ts';
import { createOutbound } from './outbound/outbound.ts';
import { awaitAnswer } from './runs/await-answer.ts';
import { createRuns, summaryOf } from './runs/create-runs.ts';
import { LiveBus } from './runs/live-bus.ts';
import { Pressure, roomAt } from './runs/pressure.ts';
import { runActions } from './runs/run-actions.ts';
import { runRoutes } from './runs/run-routes.ts';
import { stepTestRoutes } from './runs/step-test-routes.ts';
import { valueRoutes } from './runs/value-routes.ts';
import { shareLive } from './runs/share-live.ts';
import { Pruner } from './retention/pruner.ts';
import { retentionRoutes } from './retention/retention-routes.ts';
import { SearchIndexer } from './search/search-indexer.ts';
import { Presence } from './presence/presence.ts';
import { presenceRoutes } from './presence/presence-routes.ts';
import { openSecrets } from './secrets/open-secrets.ts';
import { readConstants } from './storage/constants.ts';
import { freshFor } from './storage/fresh-for.ts';
import type { Storage } from './storage/storage.ts';
import { startOf } from './storage/written-candidate.ts';
import { describeAcceptance } from './triggers/describe-acceptance.ts';
import { resetSchedules } from './storage/triggers.ts';
import { LiveTriggers } from './triggers/live-triggers.ts';
import { startRoutes } from './triggers/start-routes.ts';
import { SignalIntake } from './triggers/signal-intake.ts';
import { templateRoutes } from './templates/template-routes.ts';
import { signalRoutes } from './triggers/signal-routes.ts';
import { TriggerAddresses } from './triggers/trigger-address.ts';
import { triggerHandler, triggerPath } from './triggers/trigger-handler.ts';
import { triggerRoutes } from './triggers/trigger-routes.ts';

/** Milliseconds that runs under way are given to store what they are doing. */
const GRACE = 25_000;
const SECOND = 1000;
/** Runs under way that leave time for other work. */
const FEW = 4;

/** The whole server, put together but not listening yet. */
export interface App {
  readonly express: Express;
  readonly accounts: Accounts;
  /** To be called once the address is known: goes on with unfinished runs, starts the demo. */
  listening(address: AddressInfo): Promise<{ resumed: number; demoUrl?: string }>;
  /** Takes no more signals, lets what runs store its state, and closes what was opened here. */
  stop(): Promise<void>;
}

/** Puts the server together. Tests start here, with a storage and a configuration of their own. */
export async function createApp(config: Config, storage: Storage, logger: Logger): Promise<App> {
  const { db, journal } = storage;
  const { dataDir, secretKey } = config;
  const secrets = await openSecrets({ dataDir, db, ...(secretKey && { secretKey }) });
  const outbound = createOutbound({ allow: config.outboundAllow });
  const shared = config.databaseUrl !== undefined;
  const connections = createConnections({ db, secrets, outbound, connectors, shared });
  const live = new LiveBus();
  const membership = await createCluster(config, db, logger);
  const { cluster } = membership;
  const watchers = shareLive(live, cluster, db);
  const plans = new FlowPlans(db, catalogue, findStep);
  const index = manifestIndex(catalogue);
  let origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  let stopping = false;

  const triggers = new LiveTriggers(db, findTrigger);
  const runs = createRuns({
    db,
    journal,
    plans,
    logger,
    triggers,
    ...membership,
    advances: config.role !== 'web',
    perform: { findStep, findTrigger, connections },
    isHtml: (type, output) =>
      (index.triggers.get(type) ?? index.steps.get(type))?.outputs[output]?.html === true,
    constants: freshFor(SECOND, () => readConstants(db)),
    show: watchers.show,
  });
  const { dispatcher } = runs;
  const pressure = new Pressure(() => roomAt(dataDir));
  const addresses = new TriggerAddresses(() => origin, secrets.deriveKey('trigger-urls'));
  const intake = new SignalIntake(journal, {
    foresee: (candidate, trigger) =>
      dispatcher.foresee(candidate.requestId, () => {
        const begun = { start: startOf(candidate), title: candidate.title };
        return { start: begun.start, summary: summaryOf(begun, trigger) };
      }),
    dispatch: (start, trigger, title) =>
      dispatcher.begin({ start, summary: summaryOf({ start, title }, trigger) }),
    notice: (acceptance, candidate, trigger) =>
      watchers.notice(candidate.signalId, () => describeAcceptance(acceptance, candidate, trigger)),
  });
  /** A flow was published, switched or deleted. */
  async function flowChanged(flowId: string): Promise<void> {
    await resetSchedules(db, flowId, Date.now());
    triggers.changed();
    cluster.send({ kind: 'flows-changed' });
    watchers.moved(flowId);
  }
  cluster.listen((message) => {
    if (message.kind === 'flows-changed') triggers.changed();
  });
  const demo = createDemo({
    config,
    db,
    secrets,
    outbound,
    connections,
    addresses,
    catalogue,
    findTrigger,
    changed: () => triggers.changed(),
  });
  const accounts = createAccounts({
    db,
    config,
    logger,
    deriveKey: secrets.deriveKey,
    createDemo: () => demo.start(),
    demoUrl: () => demo.url,
  });
  const { audit } = accounts;
  shareAccess(accounts, cluster);
  const presence = new Presence({
    cluster,
    tell: (data) => live.publish({ name: 'visitors', data }),
  });
  accounts.onAccessChange((userId) => presence.dismiss(userId));
  await accounts.ensureAdministrator();

  const connectionNeeds = { db, secrets, connectors, connections, audit };
  const routes = [
    ...accounts.routes,
    ...catalogueRoutes(catalogue),
    ...connectionTestRoutes(connectionNeeds),
    ...connectionRoutes(connectionNeeds),
    ...constantRoutes({ db, audit }),
    ...flowRoutes({
      db,
      catalogue,
      findTrigger,
      audit,
      changed: flowChanged,
      saved: watchers.moved,
    }),
    ...flowFileRoutes({ db, catalogue, findTrigger, audit }),
    ...versionRoutes(db),
    ...presenceRoutes(db, presence),
    ...tagRoutes({ db, audit }),
    ...keepingRoutes({ db, audit }),
    ...templateRoutes(db),
    ...triggerRoutes({ db, addresses, triggers, connections, findTrigger, audit }),
    ...startRoutes({ db, journal, triggers, findTrigger, audit, begun: runs.begun }),
    ...signalRoutes({ db, triggers, intake, findTrigger, audit }),
    ...retentionRoutes({ db, audit }),
    ...runActions({ db, journal, plans, dispatcher, audit }),
    ...stepTestRoutes({ db, journal, dispatcher, audit }),
    ...valueRoutes(db),
    ...runRoutes({ db, plans, live, onAccessChange: accounts.onAccessChange }),
  ];

  const app = express();
  app.set('query parser', 'simple');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  secureApp(app, config);
  // First, as it is called the most.
  if (config.role !== 'worker') mountTriggers();
  app.use(healthRouter(() => (stopping ? 'The server is stopping.' : undefined)));
  // A worker only says whether it is well.
  if (config.role !== 'worker') mountPages();
  app.use(answerNotFound);
  app.use(answerProblems(logger));

  function mountTriggers(): void {
    app.all(
      triggerPath,
      triggerHandler({
        triggers,
        accounts,
        addresses,
        intake,
        journal,
        logger,
        bodyLimit: config.bodyLimit,
        busy: () => (stopping ? 'The server is stopping.' : pressure.reason(dispatcher.backlog)),
        awaitAnswer: (runId, seconds) => awaitAnswer(runId, seconds, { live, db }),
      }),
    );
  }

  function mountPages(): void {
    app.use(accounts.tokenRouter, compressAnswers());
    // Whoever is not logged in yet has little to say.
    app.use(['/api/v1/session', '/api/v1/setup'], express.json({ limit: '16kb' }));
    app.use('/api/v1', express.json({ limit: '5mb' }));
    app.use(
      '/api/v1',
      mountRoutes([...routes, ...openApiRoutes(routes, () => origin)], accounts.authenticate),
    );
    app.use(webRouter(fileURLToPath(new URL('../../web/dist/site/', import.meta.url))));
  }

  const indexer = new SearchIndexer({ db, logger, isBusy: () => dispatcher.active > FEW });
  const pruner = new Pruner(db, logger);

  return {
    express: app,
    accounts,
    listening: async ({ port }) => {
      origin = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`;
      pressure.start();
      const resumed = await runs.start();
      if (config.role !== 'web') {
        indexer.start();
        pruner.start();
      }
      if (config.role !== 'worker') await demo.resume(`http://127.0.0.1:${port}`);
      return { resumed, ...(demo.url !== undefined && { demoUrl: demo.url }) };
    },
    stop: async () => {
      stopping = true;
      await Promise.all([indexer.stop(), pruner.stop()]);
      pressure.stop();
      await runs.stop(GRACE);
      watchers.close();
      presence.close();
      await cluster.close();
      await demo.stop();
      await outbound.close();
    },
  };
}

/** The address as somebody on this machine would type it. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
