import { PanelRightClose, PanelRightOpen, SearchX } from 'lucide-react';
import { useCatalogue } from '../../catalogue/use-catalogue.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { say } from '../../words/say.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { useDesigner } from '../state/designer-context.ts';
import { type PaletteTab, paletteTabs } from '../state/screen.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';
import { CustomTab } from './CustomTab.tsx';
import { PaletteItem } from './PaletteItem.tsx';
import { PaletteSections } from './PaletteSections.tsx';
import { type PaletteEntry, findEntries } from './palette-entries.ts';
import { useAddInView } from './use-add-in-view.ts';

const labels: Readonly<Record<PaletteTab, string>> = {
  triggers: say('designer.palette.tabs.triggers'),
  apps: say('designer.palette.tabs.apps'),
  tools: say('designer.palette.tabs.tools'),
  custom: say('designer.palette.tabs.custom'),
};

/** Everything that can be put on the canvas: drag it there, double-click it, or press Enter on it. */
export function Palette() {
  const search = useScreen((screen) => screen.paletteSearch);
  const tab = useScreen((screen) => screen.paletteTab);
  const folded = useScreen((screen) => screen.paletteFolded);
  const show = useScreen((screen) => screen.showPalette);
  const { canvas } = useDesigner();
  const addInView = useAddInView();
  const catalogue = useCatalogue();
  const found = search.trim() === '' ? undefined : findEntries(catalogue, search);

  function backToCanvas() {
    const [selected] = canvas.getState().selectedIds;
    if (selected !== undefined) focusNode(selected);
  }

  if (folded) {
    return (
      <aside
        data-tour="palette"
        aria-label={say('designer.palette.title')}
        className="border-l bg-surface p-2"
      >
        <IconButton
          label={say('designer.palette.show')}
          icon={<PanelRightOpen />}
          onClick={() => show({ paletteFolded: false })}
        />
      </aside>
    );
  }
  return (
    <aside
      data-tour="palette"
      aria-label={say('designer.palette.title')}
      className="flex min-h-0 w-[300px] flex-col border-l bg-surface select-none max-[1100px]:w-[260px]"
    >
      <div className="flex items-center gap-1 p-3 pb-2">
        <SearchField
          label={say('designer.palette.search')}
          value={search}
          onChange={(paletteSearch) => show({ paletteSearch })}
          onEscape={backToCanvas}
          onEnter={() => found?.[0] && addInView(found[0].type)}
          className="flex-1"
        />
        <IconButton
          label={say('designer.palette.fold')}
          icon={<PanelRightClose />}
          onClick={() => show({ paletteFolded: true })}
          className="-mr-1.5"
        />
      </div>
      {found ? (
        <Results found={found} />
      ) : (
        <Tabs
          label={say('designer.palette.kinds')}
          value={tab}
          onChange={(id) => show({ paletteTab: id as PaletteTab })}
          className="flex-1"
          listClassName="px-3 max-[1100px]:px-1 max-[1100px]:[&_[role=tab]]:px-2"
          panelClassName="overflow-y-auto pb-4"
          tabs={paletteTabs.map((id) => ({
            id,
            label: labels[id],
            content: id === 'custom' ? <CustomTab /> : <PaletteSections tab={id} />,
          }))}
        />
      )}
    </aside>
  );
}

function Results({ found }: { readonly found: readonly PaletteEntry[] }) {
  const mayBuild = useMayBuild();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t py-2">
      <p role="status" className="px-4 pb-1 text-hint text-faint">
        {say('designer.palette.matches', { count: found.length })}
        {mayBuild && found.length > 0 && ` ${say('designer.palette.enter-adds')}`}
      </p>
      {found.length === 0 && (
        <EmptyState icon={<SearchX />} title={say('designer.palette.nothing-found')}>
          {say('designer.palette.nothing-found-hint')}
        </EmptyState>
      )}
      <ul className="flex flex-col px-2">
        {found.map((entry) => (
          <li key={entry.type}>
            <PaletteItem entry={entry} showConnector />
          </li>
        ))}
      </ul>
    </div>
  );
}
