import { useLayoutEffect, useState } from 'react';

/** Where the focus belongs from when a dialog has closed until it has been given back: that comes a turn later. */
let owed: HTMLElement | undefined;

/**
 * For a dialog that no trigger element opens: remembers what had the focus when it opened, and
 * gives what to do when it closes, so that a person goes on where they were. What took the focus
 * meanwhile, such as the next dialog, keeps it, and gives it back in turn.
 */
export function useReturningFocus(open: boolean): (event: Event) => void {
  const [wasOpen, setWasOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLElement>();
  // Read while rendering: once the dialog is there, the focus is in it.
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setOpener(focused() ?? owed);
  }
  useLayoutEffect(() => {
    if (!open) return undefined;
    return () => {
      owed = opener;
    };
  }, [open, opener]);

  return (event) => {
    owed = undefined;
    const isTaken = focused() !== undefined;
    if (!isTaken && !opener?.isConnected) return;
    event.preventDefault();
    if (!isTaken) opener?.focus();
  };
}

/** What has the focus; undefined while nothing but the page has it. */
function focused(): HTMLElement | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body
    ? activeElement
    : undefined;
}
