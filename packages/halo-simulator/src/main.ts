import { startHaloSimulator } from './start-halo-simulator.ts';

const { PORT, HOST, HALO_CLIENT_ID, HALO_CLIENT_SECRET, HALO_STATE_FILE } = process.env;

const simulator = await startHaloSimulator({
  port: Number(PORT ?? 0),
  ...(HOST && { host: HOST }),
  ...(HALO_CLIENT_ID && { clientId: HALO_CLIENT_ID }),
  ...(HALO_CLIENT_SECRET && { clientSecret: HALO_CLIENT_SECRET }),
  ...(HALO_STATE_FILE && { stateFile: HALO_STATE_FILE }),
});
process.stdout.write(`${simulator.url}\n`);

async function stop(): Promise<void> {
  await simulator.close();
  process.exit(0);
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
