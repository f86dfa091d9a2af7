import type { ReactNode } from 'react';
import { AlertDialog } from 'radix-ui';
import { say } from '../words/say.ts';
import { Button } from './Button.tsx';
import { useReturningFocus } from './use-returning-focus.ts';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A question, such as “Delete “Acme Halo”?”. */
  readonly title: string;
  /** What will happen and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb on the button that goes ahead. */
  readonly confirmLabel?: string;
  /** The words on the button that changes nothing. */
  readonly cancelLabel?: string;
  /** Left out when it cannot be done; the dialog then only says why. */
  readonly onConfirm?: (() => void) | undefined;
  readonly busy?: boolean;
  readonly tone?: 'danger' | 'primary';
}

/** Asks before something that cannot be undone. It stays open until the caller closes it. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel = say('ui.go-ahead'),
  cancelLabel = say('ui.cancel'),
  onConfirm,
  busy = false,
  tone = 'danger',
}: ConfirmDialogProps) {
  const returnFocus = useReturningFocus(open);
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <AlertDialog.Content
          onCloseAutoFocus={returnFocus}
          className="fixed top-1/2 left-1/2 z-50 w-[420px] max-w-[calc(100vw-32px)] -translate-1/2 animate-pop rounded-r3 border bg-surface p-5 shadow-3 outline-none"
        >
          <AlertDialog.Title className="text-title font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1.5 text-muted">{children}</div>
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{onConfirm ? cancelLabel : say('ui.close')}</Button>
            </AlertDialog.Cancel>
            {onConfirm && (
              <Button variant={tone} busy={busy} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            )}
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
