import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests read the packages' sources, so nothing has to be built before they run. `import` is not
// named: it always holds for imports, and would be given to `require` as well.
const conditions = ['sluice-source', 'module', 'node'];

const patience = fileURLToPath(new URL('../../apps/web/src/testing/patience.ts', import.meta.url));

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    maxWorkers: 2,
    // Only what hangs is to be ended: a busy machine takes ten times as long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/src/**/*.test.ts', 'apps/server/src/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'jsdom',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
          setupFiles: [patience],
        },
      },
    ],
  },
});
