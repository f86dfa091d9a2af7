import { type ReactElement, useId, useRef } from 'react';
import { later, useSoon } from './later.tsx';
import type { PanelProps } from './OpenPopover.tsx';
import { asTrigger } from './as-trigger.ts';
import { type Opening, useOpening } from './use-opening.ts';

const OpenPopover = later(() => import('./OpenPopover.tsx').then((module) => module.OpenPopover));

interface PopoverProps extends PanelProps, Opening {
  /** A button, which opens and closes it. */
  readonly trigger: ReactElement;
}

/** A small panel that opens from a button and holds more than a menu can. */
export function Popover({ trigger, open, onOpenChange, ...panel }: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const { isOpen, setOpen } = useOpening({ open, onOpenChange });
  useSoon(OpenPopover);
  return (
    <>
      {asTrigger(trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        ...(isOpen && { 'aria-controls': id }),
        'data-state': isOpen ? 'open' : 'closed',
        onClick: () => setOpen(!isOpen),
      })}
      {isOpen && <OpenPopover {...panel} id={id} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  );
}
