import { type ReactNode, useId, useRef } from 'react';
import { Slot } from 'radix-ui';
import { AwaitedPopup } from './AwaitedPopup.tsx';
import { later, useSoon } from './later.tsx';
import { type PopupPlace, openerProps } from './popup.ts';
import { useOpening } from './use-opening.ts';

const PopoverPanel = later(
  () => import('./PopoverPanel.tsx').then((module) => module.PopoverPanel),
  AwaitedPopup,
);

interface PopoverProps extends Partial<PopupPlace> {
  readonly trigger: ReactNode;
  /** What the popover is, for screen readers. */
  readonly label: string;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
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
  const { isOpen, wasOpened, setOpen } = useOpening({ open, onOpenChange });
  const button = useRef<HTMLElement>(null);
  const id = useId();
  useSoon(PopoverPanel);
  return (
    <>
      <Slot.Root
        ref={button}
        {...openerProps('dialog', id, isOpen)}
        onClick={(event) => {
          if (!event.defaultPrevented) setOpen(!isOpen);
        }}
      >
        {trigger}
      </Slot.Root>
      {wasOpened && (
        <PopoverPanel
          id={id}
          trigger={button}
          isOpen={isOpen}
          onOpenChange={setOpen}
          label={label}
          side={side}
          align={align}
          className={className}
          returnFocus={returnFocus}
        >
          {children}
        </PopoverPanel>
      )}
    </>
  );
}
