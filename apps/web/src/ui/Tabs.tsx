import type { ReactNode } from 'react';
import { Tabs as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** A count beside the label; `fail` for problems to look at. */
  readonly count?: number;
  readonly countTone?: 'plain' | 'fail';
  readonly content: ReactNode;
}

interface TabsProps {
  /** What the tabs divide, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly className?: string;
  readonly listClassName?: string;
  /** Classes of the panel beneath, such as its padding and scrolling. */
  readonly panelClassName?: string;
  /** Stands at the right end of the row of tabs. */
  readonly end?: ReactNode;
}

/** Tabs and the panel of the chosen one. Keeps its own choice when `value` is not given. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  className,
  listClassName,
  panelClassName,
  end,
}: TabsProps) {
  return (
    <Radix.Root
      {...(value !== undefined && { value })}
      {...(onChange && { onValueChange: onChange })}
      {...(tabs[0] && { defaultValue: tabs[0].id })}
      className={classNames('flex min-h-0 min-w-0 flex-col', className)}
    >
      <div className={classNames('flex items-end justify-between gap-3 border-b', listClassName)}>
        <Radix.List aria-label={label} className="-mb-px flex min-w-0 gap-1 overflow-x-auto">
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.id}
              value={tab.id}
              className="flex items-center gap-1.5 rounded-t-r1 border-b-2 border-transparent px-2.5 py-2 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span
                  className={classNames(
                    'rounded-full px-1.5 text-hint',
                    tab.countTone === 'fail' ? 'bg-fail-soft text-fail' : 'bg-sunken text-muted',
                  )}
                >
                  {tab.count}
                </span>
              )}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end}
      </div>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          value={tab.id}
          className={classNames('min-h-0 min-w-0 flex-1 -outline-offset-2', panelClassName)}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
