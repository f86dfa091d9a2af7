import { type ReactElement, useId, useRef, useState } from 'react';
import { asTrigger } from './as-trigger.ts';
import { later, useSoon } from './later.tsx';
import type { MenuProps } from './OpenMenu.tsx';
import { type Opening, useOpening } from './use-opening.ts';

const OpenMenu = later(() => import('./OpenMenu.tsx').then((module) => module.OpenMenu));

interface DropdownMenuProps extends MenuProps, Opening {
  /** A button; its name says what the menu is for. */
  readonly trigger: ReactElement;
}

/** A menu that opens from a button. */
export function DropdownMenu({ trigger, open, onOpenChange, ...menu }: DropdownMenuProps) {
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const [byKey, setByKey] = useState(false);
  const { isOpen, setOpen } = useOpening({ open, onOpenChange });
  useSoon(OpenMenu);
  return (
    <>
      {asTrigger(trigger, {
        ref: anchor,
        id: `${id}button`,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        ...(isOpen && { 'aria-controls': id }),
        'data-state': isOpen ? 'open' : 'closed',
        onClick: ({ detail }) => {
          // A click that no pointer made.
          setByKey(detail === 0);
          setOpen(!isOpen);
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setByKey(true);
          setOpen(true);
        },
      })}
      {isOpen && (
        <OpenMenu {...menu} id={id} anchor={anchor} byKey={byKey} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
