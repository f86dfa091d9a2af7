import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkOf } from './chunk-of.ts';
import { fetchBeforeImport } from './fetch-before-import.ts';

const server = process.env['SLUICE_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), fetchBeforeImport()],
  resolve: { conditions: ['sluice-source', 'module', 'browser', 'development|production'] },
  build: {
    // The compiler writes its declarations to dist/types, so the site has a folder of its own.
    outDir: 'dist/site',
    emptyOutDir: true,
    sourcemap: true,
    // A script of a data: address is refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: chunkOf, includeDependenciesRecursively: false },
            // The icons of dialogs and the other pages would otherwise be a file and a request each.
            { name: 'icons', test: /node_modules[\\/]lucide-react/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: server }, '/healthz': { target: server } },
  },
});
