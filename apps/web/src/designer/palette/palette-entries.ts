import type { Catalogue, ConnectorManifest } from '@sluice/schema';
import { say } from '../../words/say.ts';
import type { PaletteTab } from '../state/screen.ts';

/** One thing that can be dragged onto the canvas. */
export interface PaletteEntry {
  readonly type: string;
  readonly label: string;
  readonly summary: string;
  /** The connector's label, as the search results show it. */
  readonly connector: string;
  readonly kind: 'trigger' | 'step';
}

export interface PaletteSection {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** What stands under each tab of the palette, by connector, in the catalogue's order. */
export function paletteSections(catalogue: Catalogue, tab: PaletteTab): readonly PaletteSection[] {
  switch (tab) {
    case 'triggers':
      return [
        section(
          'app-triggers',
          say('designer.palette.app-triggers'),
          catalogue.connectors.filter(isApp).flatMap(triggersOf),
        ),
        section(
          'other-triggers',
          say('designer.palette.tabs.triggers'),
          catalogue.connectors.filter(isTool).flatMap(triggersOf),
        ),
      ].filter(hasEntries);
    case 'apps':
      return catalogue.connectors.filter(isApp).map(stepSection).filter(hasEntries);
    case 'tools':
      return catalogue.connectors.filter(isTool).map(stepSection).filter(hasEntries);
    case 'custom':
      return [];
  }
}

/** Everything in the palette that matches all the words, those that begin with one first. */
export function findEntries(catalogue: Catalogue, search: string): readonly PaletteEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue.connectors
    .flatMap((connector) => [...triggersOf(connector), ...stepsOf(connector)])
    .filter((entry) => {
      const text = `${entry.label} ${entry.summary} ${entry.connector} ${entry.kind}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => rank(other, words) - rank(one, words));
}

function rank(entry: PaletteEntry, words: readonly string[]): number {
  const label = entry.label.toLowerCase();
  return words.filter((word) => label.includes(word)).length;
}

function triggersOf(connector: ConnectorManifest): PaletteEntry[] {
  return connector.triggers.map((each) => entryOf(each, connector, 'trigger'));
}

function stepsOf(connector: ConnectorManifest): PaletteEntry[] {
  return connector.steps.map((each) => entryOf(each, connector, 'step'));
}

function entryOf(
  { type, label, summary }: Pick<PaletteEntry, 'type' | 'label' | 'summary'>,
  connector: ConnectorManifest,
  kind: PaletteEntry['kind'],
): PaletteEntry {
  return { type, label, summary, connector: connector.label, kind };
}

function stepSection(connector: ConnectorManifest): PaletteSection {
  return section(connector.id, connector.label, stepsOf(connector));
}

function section(id: string, title: string, entries: readonly PaletteEntry[]): PaletteSection {
  return { id, title, entries };
}

function hasEntries({ entries }: PaletteSection): boolean {
  return entries.length > 0;
}

function isApp(connector: ConnectorManifest): boolean {
  return connector.section === 'apps';
}

function isTool(connector: ConnectorManifest): boolean {
  return connector.section === 'tools';
}
