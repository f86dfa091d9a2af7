import { type ReactNode, useEffect, useRef } from 'react';
import { Check } from 'lucide-react';
import type { FieldOption } from '@sluice/schema';
import { classNames } from '../../../ui/class-names.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { say } from '../../../words/say.ts';
import { optionId } from '../../mapping/OutputOptions.tsx';

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FieldOption[];
  readonly active: number;
  readonly chosen: string | undefined;
  readonly header: ReactNode;
  readonly emptyText: ReactNode;
  readonly activate: (index: number) => void;
  readonly choose: (option: FieldOption) => void;
}

/** The options of one input. The focus stays in the input. */
export function OptionList(props: OptionListProps) {
  const { id, label, options, active, chosen, header, emptyText, activate, choose } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <>
      {header}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        className="max-h-72 overflow-y-auto overscroll-contain p-1"
      >
        {options.map((option, index) => (
          <div
            key={option.value}
            id={optionId(id, index)}
            role="option"
            aria-selected={option.value === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => index === active || activate(index)}
            onClick={() => choose(option)}
            className={classNames(
              'flex items-start gap-2 rounded-r1 py-1.5 pr-3 pl-2',
              index === active && 'bg-accent-soft',
            )}
          >
            <span className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden>
              {option.value === chosen && <Check className="size-4" />}
            </span>
            <span className="min-w-0">
              {option.label}
              {option.hint !== undefined && (
                <span className="block text-hint text-muted">{option.hint}</span>
              )}
            </span>
          </div>
        ))}
      </div>
      {options.length === 0 && <div className="px-3 pb-2 text-muted">{emptyText}</div>}
      <p className="border-t px-3 py-1.5 text-hint text-faint">
        <Kbd>/</Kbd> {say('designer.settings.step.inserts-value')}
      </p>
    </>
  );
}
