import { useState } from 'react';

/**
 * For a dialog that no trigger element opens: remembers what had the focus when it opened, and
 * gives what to do when it closes, so that a person goes on where they were.
 */
export function useReturningFocus(open: boolean): (event: Event) => void {
  const [wasOpen, setWasOpen] = useState(false);
  const [opener, setOpener] = useState<Element | null>(null);
  // Read while rendering: once the dialog is there, the focus is in it.
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setOpener(document.activeElement);
  }
  return (event) => {
    if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
    event.preventDefault();
    opener.focus();
  };
}
