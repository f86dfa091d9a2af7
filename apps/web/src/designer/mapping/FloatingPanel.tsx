import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import { Popover } from 'radix-ui';
import { classNames } from '../../ui/class-names.ts';
import { popoverContainer } from './popover-container.ts';

interface FloatingPanelProps {
  /** Where it stands. */
  readonly anchor: RefObject<{ getBoundingClientRect(): DOMRect }>;
  /** What it belongs to: a press on it does not close the panel, and its dialog holds the panel. */
  readonly owner: RefObject<Element | null>;
  /** The accessible name of a panel that takes the focus; without one the focus stays where it is. */
  readonly label?: string;
  /** Called once the panel is gone, in place of giving the focus back to what had it. */
  readonly onClosed?: () => void;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A panel beside a place on the screen that need not be a button, such as the caret. */
export function FloatingPanel(props: FloatingPanelProps) {
  const { anchor, owner, label, onClosed, onClose, className, children } = props;
  const takesFocus = label !== undefined;
  const [container, setContainer] = useState<HTMLElement>();
  useLayoutEffect(() => setContainer(popoverContainer(owner.current)), [owner]);
  if (!container) return null;
  return (
    <Popover.Root open onOpenChange={(open) => open || onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal container={container}>
        <Popover.Content
          {...(takesFocus ? { 'aria-label': label } : { role: 'presentation' })}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={(event) => takesFocus || event.preventDefault()}
          onCloseAutoFocus={(event) => {
            if (takesFocus && !onClosed) return;
            event.preventDefault();
            onClosed?.();
          }}
          onInteractOutside={(event) => {
            if (!takesFocus && owner.current?.contains(event.target as Node))
              event.preventDefault();
          }}
          className={classNames(
            'z-50 flex max-w-[calc(100vw-32px)] animate-pop flex-col rounded-r2 border bg-raised shadow-2 outline-none',
            className,
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
