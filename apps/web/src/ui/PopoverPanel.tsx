import type { ReactNode } from 'react';
import { Popover as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';
import type { PopupPlace, PopupProps } from './popup.ts';
import { TriggerStandIn } from './TriggerStandIn.tsx';

interface PopoverPanelProps extends PopupProps, PopupPlace {
  readonly label: string;
  readonly className: string | undefined;
  readonly returnFocus: (() => void) | undefined;
  readonly children: ReactNode;
}

/** What a `Popover` shows while it is open. Comes by itself, after the page. */
export function PopoverPanel({
  id,
  trigger,
  isOpen,
  onOpenChange,
  label,
  side,
  align,
  className,
  returnFocus,
  children,
}: PopoverPanelProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <TriggerStandIn trigger={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          {...(returnFocus && {
            onCloseAutoFocus: (event) => {
              event.preventDefault();
              returnFocus();
            },
          })}
          className={classNames(
            'z-50 animate-pop rounded-r2 border bg-raised p-3 shadow-2 outline-none',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
