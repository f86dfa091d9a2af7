import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import type { Connector } from '@sluice/connector-kit';

/** A connector with the SVG document of its icon. */
export type LoadedConnector = Connector & { readonly icon: string };

/** Icons are not compiled, so they stay with the sources, also when the compiled code runs. */
const sources = new URL('../src/', import.meta.url);
const index = import.meta.url.endsWith('.ts') ? 'index.ts' : 'index.js';

/**
 * Finds the connectors: each folder of the sources with an `icon.svg` is one, and its `index`
 * exports it as `connector`. Adding a connector is adding a folder.
 */
export async function loadConnectors(): Promise<readonly LoadedConnector[]> {
  const entries = await readdir(sources, { withFileTypes: true });
  const names = entries
    .filter(
      (entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/icon.svg`, sources)),
    )
    .map((entry) => entry.name)
    .toSorted();
  return Promise.all(names.map(loadConnector));
}

async function loadConnector(name: string): Promise<LoadedConnector> {
  const [module, icon] = await Promise.all([
    import(new URL(`${name}/${index}`, import.meta.url).href) as Promise<{
      readonly connector?: Connector;
    }>,
    readFile(new URL(`${name}/icon.svg`, sources), 'utf8'),
  ]);
  if (!module.connector) throw new Error(`The folder “${name}” exports no connector.`);
  return { ...module.connector, icon: icon.trim() };
}
