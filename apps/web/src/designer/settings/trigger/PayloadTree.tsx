import { useState } from 'react';
import { Check, ChevronRight, Plus } from 'lucide-react';
import { say } from '../../../words/say.ts';
import { LONGEST_PATH, entriesOf, isStructured } from '../../mapping/value-tree.ts';
import { valueText } from '../../mapping/value-text.ts';

type Path = readonly (string | number)[];

interface PayloadTreeProps {
  readonly payload: unknown;
  readonly isPicked: (path: Path) => boolean;
  readonly onPick: (path: Path) => void;
}

/** A payload as a tree in which every value can be picked. */
export function PayloadTree(props: PayloadTreeProps) {
  if (!isStructured(props.payload)) {
    return <p className="text-muted">{say('designer.settings.trigger.payload.empty')}</p>;
  }
  return (
    <div className="rounded-r2 border bg-surface p-2">
      <Branch {...props} value={props.payload} path={[]} />
    </div>
  );
}

interface BranchProps extends PayloadTreeProps {
  readonly value: unknown;
  readonly path: Path;
}

const SHOWN_AT_ONCE = 100;

function Branch({ value, path, ...tree }: BranchProps) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const entries = entriesOf(value);
  return (
    <ul className={path.length > 0 ? 'ml-[11px] border-l pl-2' : ''}>
      {entries.slice(0, shown).map((entry) => (
        <Twig key={entry.key} {...tree} value={entry.value} path={[...path, entry.key]} />
      ))}
      {entries.length > shown && (
        <li>
          <button
            type="button"
            className="px-2 text-accent underline"
            onClick={() => setShown(shown + SHOWN_AT_ONCE)}
          >
            {say('ui.json.show-more', { count: entries.length - shown })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Twig({ value, path, ...tree }: BranchProps) {
  const [open, setOpen] = useState(path.length < 2);
  const key = path.at(-1);
  const name =
    typeof key === 'number'
      ? say('designer.settings.trigger.payload.item', { number: key + 1 })
      : key;
  const foldable = isStructured(value) && path.length < LONGEST_PATH;
  const picked = tree.isPicked(path);
  return (
    <li>
      <div className="group flex items-center gap-1 rounded-r1 pr-1 hover:bg-sunken">
        {foldable ? (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="flex min-w-0 items-center gap-1 rounded-r1 py-0.5 pr-1"
          >
            <ChevronRight
              className={`size-4 shrink-0 text-faint ${open ? 'rotate-90' : ''}`}
              aria-hidden
            />
            <span className="font-mono text-hint">{name}</span>
          </button>
        ) : (
          <span className="shrink-0 py-0.5 pl-5 font-mono text-hint">{name}</span>
        )}
        <code className="min-w-0 flex-1 truncate pl-2 text-hint text-muted">
          {foldable
            ? say('designer.settings.trigger.payload.values', { count: entriesOf(value).length })
            : valueText(value, 120)}
        </code>
        <button
          type="button"
          disabled={picked}
          aria-label={
            picked
              ? say('designer.settings.trigger.payload.is-picked', { name: String(name) })
              : say('designer.settings.trigger.payload.pick-named', { path: path.join('.') })
          }
          onClick={() => tree.onPick(path)}
          className="flex shrink-0 items-center gap-1 rounded-r1 px-1.5 text-hint font-medium text-accent opacity-0 group-hover:opacity-100 focus-visible:opacity-100 disabled:text-ok disabled:opacity-100"
        >
          {picked ? (
            <Check className="size-3.5" aria-hidden />
          ) : (
            <Plus className="size-3.5" aria-hidden />
          )}
          {picked
            ? say('designer.settings.trigger.payload.picked')
            : say('designer.settings.trigger.payload.pick')}
        </button>
      </div>
      {open && foldable && <Branch {...tree} value={value} path={path} />}
    </li>
  );
}
