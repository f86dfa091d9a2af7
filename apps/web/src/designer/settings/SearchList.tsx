import { type ReactNode, useId, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { controlClass } from '../../ui/control-class.ts';
import { say } from '../../words/say.ts';
import { matches } from '../mapping/output-choices.ts';
import { optionId } from '../mapping/OutputOptions.tsx';

interface SearchListOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Stands before the label. */
  readonly mark?: ReactNode;
}

interface SearchListProps {
  readonly label: string;
  readonly options: readonly SearchListOption[];
  readonly onChoose: (id: string) => void;
}

/** A search box with what it finds beneath: arrow keys, Enter, or a press chooses. */
export function SearchList({ label, options, onChoose }: SearchListProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const byLabel = options.filter((option) => matches(option.label, words));
  const byHint = options.filter(
    (option) => !byLabel.includes(option) && matches(`${option.label} ${option.hint ?? ''}`, words),
  );
  const found = [...byLabel, ...byHint];
  const move = (by: number) => setActive((active + by + found.length) % Math.max(1, found.length));
  return (
    <div className="flex min-h-0 flex-col gap-1.5">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? optionId(id, active) : undefined}
        placeholder={label}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const option = found[active];
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && option && !event.ctrlKey) onChoose(option.id);
          else return;
          event.preventDefault();
        }}
        className={`${controlClass} h-8 px-2.5`}
      />
      <div
        id={id}
        role="listbox"
        aria-label={label}
        className="max-h-72 min-h-0 overflow-y-auto overscroll-contain"
      >
        {found.map((option, index) => (
          <div
            key={option.id}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            onPointerMove={() => index === active || setActive(index)}
            onClick={() => onChoose(option.id)}
            className={classNames(
              'flex items-start gap-2 rounded-r1 px-2 py-1.5',
              index === active && 'bg-accent-soft',
            )}
          >
            {option.mark}
            <span className="min-w-0">
              <span className="font-medium">{option.label}</span>
              {option.hint !== undefined && (
                <span className="block text-hint text-muted">{option.hint}</span>
              )}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="px-2 pb-1 text-muted">
          {say('designer.settings.nothing-matches', { search })}
        </p>
      )}
    </div>
  );
}
