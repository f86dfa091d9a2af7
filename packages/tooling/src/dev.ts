import { spawn } from 'node:child_process';
import { root } from './run-steps.ts';

/** The server on its sources, restarted as they change, and the screens with hot reload in front of it. */
const server = spawn(
  'tsx',
  [
    'watch',
    '--conditions=sluice-source',
    '--import',
    new URL('from-source.js', import.meta.url).href,
    '--clear-screen=false',
    'apps/server/src/main.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { SLUICE_DEMO: '1', ...process.env } },
);
const web = spawn('pnpm', ['--filter', '@sluice/web', 'dev'], { cwd: root, stdio: 'inherit' });

for (const child of [server, web]) {
  child.on('exit', (code) => {
    server.kill();
    web.kill();
    process.exitCode = code ?? 1;
  });
}
