import { resolve } from 'node:path';
import { type Modules, importsOf } from './imports-of.ts';

const source = (path: string) => resolve(import.meta.dirname, 'src', path);
const MAIN = source('main.tsx');
const ROUTES = source('app/routes.tsx');
const DESIGNER = source('designer/DesignerPage.tsx');

/** Of these only a part is needed, which the bundler knows best. */
const APART = /node_modules[\\/](?:radix-ui|@radix-ui|cmdk|zod)/;

/** What everything rests on. */
const REACT = /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/;

let known: ReadonlyMap<string, string> | undefined;

/**
 * The script into which a module goes; null where the bundler decides, as for dialogs and the other pages.
 *
 * What is needed until a flow is drawn comes in three scripts. The bundler would make a hundred of it, one
 * for each set of pages that share something, which compressed are a tenth larger.
 */
export function chunkOf(id: string, modules: Modules): string | null {
  known ??= chunks(modules);
  return known.get(id) ?? null;
}

function chunks(modules: Modules): ReadonlyMap<string, string> {
  const main = needed(modules, [MAIN]);
  const designer = needed(modules, [DESIGNER]);
  const pages = modules.getModuleInfo(ROUTES)?.dynamicallyImportedIds ?? [];
  const others = needed(
    modules,
    pages.filter((page) => page !== DESIGNER),
  );
  const all = new Map<string, string>();
  for (const id of designer) all.set(id, others.has(id) ? 'pages' : 'designer');
  for (const id of main) all.set(id, REACT.test(id) ? 'react' : 'main');
  return all;
}

/** Modules and all that they need before they run. */
function needed(modules: Modules, roots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>(roots);
  // A set hands out also what is added while it is walked.
  for (const id of found) {
    for (const below of importsOf(id, modules)) {
      if (!APART.test(below)) found.add(below);
    }
  }
  return found;
}
