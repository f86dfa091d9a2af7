import { useState } from 'react';

interface OpeningProps {
  /** Kept by itself when not given. */
  readonly open: boolean | undefined;
  readonly onOpenChange: ((open: boolean) => void) | undefined;
}

interface Opening {
  readonly isOpen: boolean;
  /** Whether it is open or has been. */
  readonly wasOpened: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** Whether something is open that opens from a button: as its owner says, or else as was last asked of it. */
export function useOpening({ open, onOpenChange }: OpeningProps): Opening {
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);

  function setOpen(wanted: boolean): void {
    if (wanted === isOpen) return;
    setOwn(wanted);
    onOpenChange?.(wanted);
  }
  return { isOpen, wasOpened, setOpen };
}
