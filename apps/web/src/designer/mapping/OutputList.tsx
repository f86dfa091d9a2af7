import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { CONSTANTS } from '@sluice/schema';
import { Pin } from 'lucide-react';
import { Accordion } from '../../ui/Accordion.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { say } from '../../words/say.ts';
import { type MappingSource, useMapping } from './mapping.ts';
import { OutputItem } from './OutputItem.tsx';
import { outputChoices } from './output-choices.ts';
import { ToneDot } from './ToneDot.tsx';

interface OutputListProps {
  /** Stands beneath the search, such as a choice of where the values are from. */
  readonly beneathSearch?: ReactNode;
  /** Stands beside the title of the constants, such as a link to edit them. */
  readonly constantsEnd?: ReactNode;
}

/** Every value an input may draw on, by step: to drag, to click, or to learn its name and value. */
export function OutputList({ beneathSearch, constantsEnd }: OutputListProps) {
  const { sources } = useMapping();
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<readonly string[]>([]);
  const isSearching = search.trim() !== '';
  const shown = isSearching ? sources.filter((source) => found(source, search) > 0) : sources;
  const ids = shown.map((source) => source.nodeId);
  const hasSteps = sources.some((source) => source.nodeId !== CONSTANTS);
  return (
    <section
      aria-label={say('designer.mapping.list.title')}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      onKeyDown={moveFocus}
    >
      <div className="px-4 pt-4 pb-3">
        <h3 className="font-semibold">{say('designer.mapping.list.title')}</h3>
        <p className="mb-2 text-muted">{say('designer.mapping.list.hint')}</p>
        <SearchField
          label={say('designer.mapping.list.search')}
          value={search}
          onChange={setSearch}
          shortcut={false}
        />
        {beneathSearch}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
        {!hasSteps && (
          <p className="mb-2 rounded-r1 border border-dashed border-line-strong p-3 text-muted">
            {say('designer.mapping.list.nothing-before')}
          </p>
        )}
        {shown.length === 0 && (
          <p className="px-1 text-muted">
            {say('designer.settings.nothing-matches', { search })}{' '}
            {say('designer.mapping.list.only-before')}
          </p>
        )}
        <Accordion
          open={isSearching ? ids : ids.filter((id) => !closed.includes(id))}
          onOpenChange={(open) => setClosed(ids.filter((id) => !open.includes(id)))}
          sections={shown.map((source) => ({
            id: source.nodeId,
            title: (
              <>
                <ToneDot tone={source.tone} />
                <span className="truncate">{source.name}</span>
                {source.origin === 'pinned' && (
                  <Pin
                    role="img"
                    aria-label={say('designer.pinned.in-list')}
                    className="size-3.5 shrink-0 text-accent"
                  />
                )}
              </>
            ),
            ...(source.nodeId === CONSTANTS && { end: constantsEnd }),
            content: <Outputs source={source} search={search} />,
          }))}
        />
      </div>
    </section>
  );
}

function Outputs({ source, search }: { readonly source: MappingSource; readonly search: string }) {
  const choices = outputChoices([source], search.trim(), MOST);
  return (
    <>
      {source.note !== undefined && (
        <p className="px-1 pb-1.5 text-hint text-muted">{source.note}</p>
      )}
      {source.outputs.length === 0 && (
        <p className="px-1 pb-1.5 text-hint text-muted">
          {source.nodeId === CONSTANTS
            ? say('designer.mapping.list.no-constants')
            : say('designer.mapping.list.no-values')}
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {choices.map(({ key, label, pill, value }) => (
          <OutputItem key={key} {...{ label, pill, value, source }} depth={0} />
        ))}
      </ul>
    </>
  );
}

const MOST = 500;

function found(source: MappingSource, search: string): number {
  return outputChoices([source], search.trim(), 1).length;
}

/** Arrow keys walk through the values of all steps, so that Tab does not have to. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLElement)) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-output-item]')];
  const at = items.indexOf(event.target);
  // From the search box, an arrow goes to the first value.
  const next = items[at === -1 ? 0 : at + by];
  if (!next || (at === -1 && event.target.tagName !== 'INPUT')) return;
  event.preventDefault();
  next.focus();
}
