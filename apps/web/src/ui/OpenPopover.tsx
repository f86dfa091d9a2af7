import { type ReactNode, type RefObject, useRef } from 'react';
import { Popover as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

export interface PanelProps {
  /** What the popover is, for screen readers. */
  readonly label: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
  readonly className?: string;
  /** Where the focus goes when it closes, if not to its button. */
  readonly returnFocus?: () => void;
  readonly children: ReactNode;
}

interface OpenPopoverProps extends PanelProps {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** The panel of a popover, beside its button. */
export function OpenPopover({
  id,
  anchor,
  onClose,
  label,
  side = 'bottom',
  align = 'start',
  className,
  returnFocus,
  children,
}: OpenPopoverProps) {
  const leftElsewhere = useRef(false);
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
            else leftElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (returnFocus) returnFocus();
            else if (!leftElsewhere.current) anchor.current?.focus();
          }}
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
