import { Command } from 'cmdk';
import { useState } from 'react';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { fitOf } from '../../ui/fit-of.ts';
import { say } from '../../words/say.ts';
import { type PaletteEntry, paletteSections } from '../palette/palette-entries.ts';

interface NodePickerProps {
  readonly label: string;
  readonly kind?: 'trigger' | 'step';
  /** A type that is left out. */
  readonly without?: string;
  readonly onPick: (type: string) => void;
}

/** A list of steps, or of triggers, that can be searched by typing and chosen with the arrows and Enter. */
export function NodePicker({ label, kind = 'step', without, onPick }: NodePickerProps) {
  const catalogue = useCatalogue();
  const [search, setSearch] = useState('');
  const tabs = kind === 'trigger' ? (['triggers'] as const) : (['apps', 'tools'] as const);
  const sections = tabs
    .flatMap((tab) => paletteSections(catalogue, tab))
    .map((section) => ({
      ...section,
      entries: section.entries.filter(({ type }) => type !== without),
    }));
  const found =
    search.trim() === ''
      ? []
      : bestOf(
          sections.flatMap(({ entries }) => entries),
          search,
        );
  const shown = search.trim() === '' ? sections : [];
  return (
    <Command label={label} className="flex max-h-80 w-72 flex-col" shouldFilter={false} loop>
      <Command.Input
        autoFocus
        value={search}
        onValueChange={setSearch}
        placeholder={say('designer.canvas.search-steps')}
        className="h-9 shrink-0 border-b bg-transparent px-3 outline-none"
      />
      <Command.List className="min-h-0 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-6 text-center text-muted">
          {say('designer.palette.nothing-found')}
        </Command.Empty>
        {found.map((entry) => (
          <Entry key={entry.type} entry={entry} onPick={onPick} />
        ))}
        {shown.map((section) => (
          <Command.Group
            key={section.id}
            heading={section.title}
            className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-[11px] [&>[cmdk-group-heading]]:font-semibold [&>[cmdk-group-heading]]:tracking-[0.05em] [&>[cmdk-group-heading]]:text-faint [&>[cmdk-group-heading]]:uppercase"
          >
            {section.entries.map((entry) => (
              <Entry key={entry.type} entry={entry} onPick={onPick} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

interface EntryProps {
  readonly entry: PaletteEntry;
  readonly onPick: (type: string) => void;
}

function Entry({ entry, onPick }: EntryProps) {
  return (
    <Command.Item
      value={entry.type}
      onSelect={() => onPick(entry.type)}
      className="flex items-center gap-2.5 rounded-r1 px-2 py-1.5 data-[selected=true]:bg-accent-soft"
    >
      <NodeTile type={entry.type} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{entry.label}</span>
        <span className="block truncate text-hint text-faint">{entry.summary}</span>
      </span>
    </Command.Item>
  );
}

/** What fits a search, the best first, whatever section it stands in. */
function bestOf(entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] {
  return entries
    .map((entry) => ({
      entry,
      fit: fitOf(entry.label, search, [entry.summary, entry.connector]),
    }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
    .map(({ entry }) => entry);
}
