import { dirname, resolve } from 'node:path';

/** What the bundler tells of its modules, as far as it is needed here. */
export interface Modules {
  readonly getModuleInfo: (id: string) => {
    readonly code: string | null;
    readonly exports: string[];
    readonly importedIds: string[];
    readonly dynamicallyImportedIds: string[];
  } | null;
}

/** Modules that only hand on what others have, by the name they are imported by. */
const BARRELS: Readonly<Record<string, RegExp>> = {
  'lucide-react': /node_modules[\\/]lucide-react[\\/]dist[\\/]esm[\\/]lucide-react\.mjs$/,
  '@sluice/schema': /packages[\\/]schema[\\/]src[\\/]index\.ts$/,
};

const handed = new Map<string, ReadonlyMap<string, string>>();

/**
 * The modules that a module imports. Of a barrel, which imports thousands, it is those that have what the
 * module names.
 */
export function importsOf(id: string, modules: Modules): readonly string[] {
  const { code, importedIds = [] } = modules.getModuleInfo(id) ?? {};
  return importedIds.flatMap((below) => {
    const barrel = Object.entries(BARRELS).find(([, path]) => path.test(below))?.[0];
    if (barrel === undefined) return [below];
    const found = handedOnBy(below, modules);
    return namesFrom(barrel, code ?? '').flatMap((name) => found.get(name) ?? []);
  });
}

/** The names that a module takes from another, as they are called there. */
function namesFrom(specifier: string, code: string): readonly string[] {
  const imports = code.matchAll(/\b(?:import|export) ?\{([^}]*)\} ?from ?["']([^"']+)["']/g);
  return [...imports]
    .filter(([, , from]) => from === specifier)
    .flatMap(([, names = '']) => listed(names).map((words) => words[0] ?? ''));
}

/** What a barrel hands on, and the module that has it. */
function handedOnBy(barrel: string, modules: Modules): ReadonlyMap<string, string> {
  const known = handed.get(barrel);
  if (known) return known;
  const code = modules.getModuleInfo(barrel)?.code ?? '';
  const exports = code.matchAll(/\bexport (?:\*|\{([^}]*)\}) from ["']([^"']+)["']/g);
  const found = new Map<string, string>();
  for (const [, some, from = ''] of exports) {
    const id = resolve(dirname(barrel), from);
    const names =
      some === undefined
        ? (modules.getModuleInfo(id)?.exports ?? [])
        : listed(some).map((words) => words.at(-1) ?? '');
    for (const name of names) found.set(name, id);
  }
  handed.set(barrel, found);
  return found;
}

/** Each name between a pair of braces, such as `default as Check`, in its words. */
function listed(names: string): readonly string[][] {
  return names.split(',').map((name) => name.trim().split(/\s+/));
}
