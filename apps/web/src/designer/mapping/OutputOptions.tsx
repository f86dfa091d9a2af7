import { useEffect, useRef } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { say } from '../../words/say.ts';
import type { OutputChoice } from './output-choices.ts';
import { ToneDot } from './ToneDot.tsx';
import { valueText } from './value-text.ts';

interface OutputOptionsProps {
  readonly id: string;
  readonly query: string;
  readonly choices: readonly OutputChoice[];
  readonly active: number;
  readonly activate: (index: number) => void;
  readonly choose: (choice: OutputChoice) => void;
}

/** Outputs to choose from, by step. The focus stays in the box that searches them. */
export function OutputOptions({
  id,
  query,
  choices,
  active,
  activate,
  choose,
}: OutputOptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView?.({ block: 'nearest' });
  }, [active, query]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={say('designer.mapping.list.title')}
      // So that it can be scrolled without a mouse too.
      tabIndex={0}
      className="max-h-72 overflow-y-auto overscroll-contain"
    >
      {choices.length === 0 && (
        <p className="px-2 py-3 text-muted">
          {query === ''
            ? say('designer.mapping.menu.nothing')
            : say('designer.settings.nothing-matches', { search: query })}
        </p>
      )}
      {choices.map((choice, index) => (
        <div key={choice.key} role="presentation">
          {choices[index - 1]?.source !== choice.source && (
            <p
              role="presentation"
              className="flex items-center gap-2 px-2 pt-2 pb-1 text-hint font-semibold text-muted"
            >
              <ToneDot tone={choice.source.tone} />
              {choice.source.name}
            </p>
          )}
          <div
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            aria-label={choice.label}
            aria-description={`${choice.source.name}: ${valueText(choice.value)}`}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => index === active || activate(index)}
            onClick={() => choose(choice)}
            className={classNames(
              'flex items-baseline gap-3 rounded-r1 px-2 py-1',
              index === active && 'bg-accent-soft',
            )}
          >
            <span className="shrink-0 font-medium">{choice.label}</span>
            <code
              className={classNames(
                'ml-auto min-w-0 truncate text-hint',
                choice.source.origin === 'sample' ? 'text-faint' : 'text-ink',
              )}
            >
              {valueText(choice.value)}
            </code>
          </div>
        </div>
      ))}
    </div>
  );
}

/** The id of the option at a place in a list of options. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
