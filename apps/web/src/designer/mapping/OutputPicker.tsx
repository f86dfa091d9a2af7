import { useId, useState } from 'react';
import type { Pill } from '@sluice/schema';
import { controlClass } from '../../ui/control-class.ts';
import { say } from '../../words/say.ts';
import { useMapping } from './mapping.ts';
import { OutputOptions, optionId } from './OutputOptions.tsx';
import { outputChoices } from './output-choices.ts';

/** A search box with the outputs beneath, for choosing one. */
export function OutputPicker({ onChoose }: { readonly onChoose: (pill: Pill) => void }) {
  const { sources } = useMapping();
  const id = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const choices = outputChoices(sources, query);
  const move = (by: number) =>
    setActive((active + by + choices.length) % Math.max(1, choices.length));
  return (
    <div className="flex flex-col gap-2">
      <input
        // The person has just asked for it.
        autoFocus
        role="combobox"
        aria-label={say('designer.mapping.replace-with')}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? optionId(id, active) : undefined}
        placeholder={say('designer.mapping.list.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const choice = choices[active];
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter' && choice) onChoose(choice.pill);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className={`${controlClass} h-8 px-2.5`}
      />
      <OutputOptions
        {...{ id, query, choices, active }}
        activate={setActive}
        choose={(choice) => onChoose(choice.pill)}
      />
    </div>
  );
}
