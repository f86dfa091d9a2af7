import { Command } from 'cmdk';
import { NodeTile } from '../../catalogue/NodeTile.tsx';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { say } from '../../words/say.ts';
import { paletteSections } from '../palette/palette-entries.ts';

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
  const tabs = kind === 'trigger' ? (['triggers'] as const) : (['apps', 'tools'] as const);
  const sections = tabs
    .flatMap((tab) => paletteSections(catalogue, tab))
    .map((section) => ({
      ...section,
      entries: section.entries.filter(({ type }) => type !== without),
    }));
  return (
    <Command label={label} className="flex max-h-80 w-72 flex-col" loop>
      <Command.Input
        autoFocus
        placeholder={say('designer.canvas.search-steps')}
        className="h-9 shrink-0 border-b bg-transparent px-3 outline-none"
      />
      <Command.List className="min-h-0 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-6 text-center text-muted">
          {say('designer.palette.nothing-found')}
        </Command.Empty>
        {sections.map((section) => (
          <Command.Group
            key={section.id}
            heading={section.title}
            className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-[11px] [&>[cmdk-group-heading]]:font-semibold [&>[cmdk-group-heading]]:tracking-[0.05em] [&>[cmdk-group-heading]]:text-faint [&>[cmdk-group-heading]]:uppercase"
          >
            {section.entries.map((entry) => (
              <Command.Item
                key={entry.type}
                value={entry.type}
                keywords={[entry.label, entry.summary, entry.connector]}
                onSelect={() => onPick(entry.type)}
                className="flex items-center gap-2.5 rounded-r1 px-2 py-1.5 data-[selected=true]:bg-accent-soft"
              >
                <NodeTile type={entry.type} />
                <span className="min-w-0">
                  <span className="block truncate font-medium">{entry.label}</span>
                  <span className="block truncate text-hint text-faint">{entry.summary}</span>
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
