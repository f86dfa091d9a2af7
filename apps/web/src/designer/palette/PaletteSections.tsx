import { ChevronDown, PackageOpen } from 'lucide-react';
import { useId, useState } from 'react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import type { PaletteTab } from '../state/screen.ts';
import { PaletteItem } from './PaletteItem.tsx';
import { type PaletteSection, paletteSections } from './palette-entries.ts';

/** What stands under one tab of the palette, a foldable section for each connector. */
export function PaletteSections({ tab }: { readonly tab: PaletteTab }) {
  const sections = paletteSections(useCatalogue(), tab);
  if (sections.length === 0) {
    return (
      <EmptyState icon={<PackageOpen />} title={say('designer.palette.nothing-here')}>
        {say('designer.palette.nothing-here-hint')}
      </EmptyState>
    );
  }
  return sections.map((section) => <Section key={section.id} {...section} />);
}

function Section({ title, entries }: PaletteSection) {
  const [open, setOpen] = useState(true);
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3>
        <button
          id={`${id}-title`}
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex w-full items-center justify-between px-4 pt-3 pb-1.5 text-[11px] font-semibold tracking-[0.05em] text-faint uppercase -outline-offset-2 hover:text-ink"
        >
          {title}
          <ChevronDown
            aria-hidden
            className={classNames(
              'size-3.5 transition-transform duration-100',
              !open && '-rotate-90',
            )}
          />
        </button>
      </h3>
      <ul id={id} hidden={!open} className="px-2">
        {entries.map((entry) => (
          <li key={entry.type}>
            <PaletteItem entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
