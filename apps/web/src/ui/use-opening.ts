import { useState } from 'react';

/** Whether something is open, when whoever shows it decides that. */
export interface Opening {
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** Whether something is open: as it is told, else by its own memory. */
export function useOpening({ open, onOpenChange }: Opening) {
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  const setOpen = (wanted: boolean) => {
    if (wanted === isOpen) return;
    setOwn(wanted);
    onOpenChange?.(wanted);
  };
  return { isOpen, setOpen };
}
