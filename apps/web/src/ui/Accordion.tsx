import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { Accordion as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

export interface AccordionSection {
  readonly id: string;
  readonly title: ReactNode;
  /** Stands at the right end of the title's line. */
  readonly end?: ReactNode;
  readonly content: ReactNode;
}

interface AccordionProps {
  readonly sections: readonly AccordionSection[];
  /** Ids of the open sections; the accordion keeps its own when not given. */
  readonly open?: readonly string[];
  readonly onOpenChange?: (ids: readonly string[]) => void;
  /** Which are open at first. */
  readonly initiallyOpen?: readonly string[];
  readonly className?: string;
}

/** Sections that open and close, any number at a time. */
export function Accordion({
  sections,
  open,
  onOpenChange,
  initiallyOpen = [],
  className,
}: AccordionProps) {
  return (
    <Radix.Root
      type="multiple"
      defaultValue={[...initiallyOpen]}
      {...(open && { value: [...open] })}
      {...(onOpenChange && { onValueChange: onOpenChange })}
      className={classNames('flex flex-col', className)}
    >
      {sections.map((section) => (
        <Radix.Item key={section.id} value={section.id}>
          <Radix.Header className="flex items-center gap-1">
            <Radix.Trigger className="group flex min-w-0 flex-1 items-center gap-1.5 rounded-r1 px-1 py-1.5 text-left font-semibold -outline-offset-1 hover:bg-sunken">
              <ChevronRight
                className="size-4 shrink-0 text-faint transition-transform duration-100 group-data-[state=open]:rotate-90"
                aria-hidden
              />
              {section.title}
            </Radix.Trigger>
            {section.end}
          </Radix.Header>
          <Radix.Content className="py-1">{section.content}</Radix.Content>
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
