import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { compileEarly } from './compile-early.ts';
import { ConfigError, readConfig } from './config.ts';
import { SecretsError } from './secrets/secrets-error.ts';
import { openStorage } from './storage/open-storage.ts';
import { StorageError } from './storage/storage-error.ts';
import { openThreadedSqlite } from './storage/threaded-sqlite.ts';

/** Reads the configuration, opens storage, listens; on SIGTERM and SIGINT stops without losing anything. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel, base: null });
  for (const warning of config.warnings) logger.warn(warning);

  const storage = await openStorage({ ...config, openFile: openThreadedSqlite });
  const app = await createApp(config, storage, logger);
  const server = app.express.listen(config.port, config.host);
  await new Promise<void>((resolve, reject) =>
    server.once('listening', resolve).once('error', reject),
  );
  compileEarly();
  const address = server.address() as AddressInfo;
  const { resumed, demoUrl } = await app.listening(address);

  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    server.close();
    void app
      .stop()
      .then(() => storage.close())
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);

  const url = config.publicUrl ?? `http://${config.host}:${address.port}`;
  logger.info({ url, resumed }, 'ready');
  announce(url, demoUrl, (await app.accounts.setupNeeded()) ? app.accounts.setupCode : undefined);
}

/** What a person needs to go on, in plain words. */
function announce(url: string, demoUrl: string | undefined, setupCode: string | undefined): void {
  const lines = [`Sluice is ready: ${url}`];
  if (demoUrl !== undefined) lines.push(`The Halo simulator is at ${demoUrl}`);
  if (setupCode !== undefined) {
    lines.push(`Set it up at ${url}/setup with this code: ${setupCode}`);
  }
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
});

const expected = [ConfigError, SecretsError, StorageError];

/** What stops a start is told in one sentence; only a bug brings its stack. */
function sentenceOf(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'EADDRINUSE')
    return 'PORT is in use by another program: stop it, or set PORT to another number.';
  if (code === 'EACCES')
    return `Sluice may not write or listen where it was told to: ${String(message)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
