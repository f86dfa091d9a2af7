import type { ReactNode } from 'react';
import { Popover as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

interface PopoverProps {
  readonly trigger: ReactNode;
  /** What the popover is, for screen readers. */
  readonly label: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
  readonly className?: string;
  /** Where the focus goes when it closes, if not to its button. */
  readonly returnFocus?: () => void;
  readonly children: ReactNode;
}

/** A small panel that opens from a button and holds more than a menu can. */
export function Popover({
  trigger,
  label,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  className,
  returnFocus,
  children,
}: PopoverProps) {
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
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
