import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What Vite wraps around each `import()` of a build comes from this module. */
const HELPER = '\0vite/preload-helper.js';

/** Has `importScript` do each `import()` of a build, with the paths of all files that it needs. */
export function fetchBeforeImport(): Plugin {
  return {
    name: 'fetch-before-import',
    enforce: 'pre',
    apply: 'build',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          // A script that needs no other is listed for itself too.
          resolveDependencies: (file, needed) => (needed.length === 0 ? [file] : needed),
        },
      },
    }),
    load(id) {
      if (id !== HELPER) return;
      const path = resolve(import.meta.dirname, 'src/app/import-script.ts');
      return `export { importScript as __vitePreload } from ${JSON.stringify(path)};`;
    },
  };
}
