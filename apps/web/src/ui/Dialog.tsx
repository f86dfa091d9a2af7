import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { say } from '../words/say.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';
import { useReturningFocus } from './use-returning-focus.ts';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  /** One line beneath the title. */
  readonly description?: ReactNode;
  /** Stands before the title, such as a `Tile`. */
  readonly icon?: ReactNode;
  /** Stands at the right end of the title's line. */
  readonly headerEnd?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'wide' | 'full';
  /** Buttons, the one that goes on last. */
  readonly footer?: ReactNode;
  /** Leaves out the body's padding and scrolling; the content arranges itself. */
  readonly flush?: boolean;
  /** Called before Escape or a click outside closes; prevent the event to stay open. */
  readonly onDismiss?: (event: Event) => void;
  readonly children: ReactNode;
}

const widths = {
  small: 'w-[420px]',
  medium: 'w-[560px]',
  large: 'w-[760px]',
  wide: 'w-[1080px]',
  full: 'w-[1440px]',
};

/** A dialog above the page. Escape closes it, and the focus returns to where it came from. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  icon,
  headerEnd,
  size = 'medium',
  footer,
  flush = false,
  onDismiss,
  children,
}: DialogProps) {
  const returnFocus = useReturningFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          onCloseAutoFocus={returnFocus}
          {...(description === undefined && { 'aria-describedby': undefined })}
          {...(onDismiss && { onEscapeKeyDown: onDismiss, onInteractOutside: onDismiss })}
          className={classNames(
            'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] max-w-[calc(100vw-32px)] -translate-1/2 flex-col outline-none',
            'animate-pop overflow-hidden rounded-r3 border bg-surface shadow-3',
            widths[size],
          )}
        >
          <header className="flex items-center gap-3 border-b px-5 pt-4 pb-3">
            {icon}
            <div className="min-w-0 flex-1">
              <Radix.Title className="truncate text-title font-semibold">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              )}
            </div>
            {headerEnd}
            <Radix.Close asChild>
              <IconButton
                label={say('ui.close')}
                icon={<X />}
                plain
                className="-mr-1.5 self-start"
              />
            </Radix.Close>
          </header>
          <div
            className={classNames(
              'min-h-0 flex-1',
              flush ? 'flex flex-col overflow-hidden' : 'overflow-y-auto px-5 pt-4 pb-5',
            )}
          >
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex items-center justify-end gap-2 border-t bg-surface px-5 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
