import type { RefObject } from 'react';

/** What a menu or a popover knows of the button from which it opens. */
export interface PopupProps {
  readonly id: string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Where a popup appears beside what it opens from. */
export interface PopupPlace {
  readonly side: 'top' | 'right' | 'bottom' | 'left';
  readonly align: 'start' | 'center' | 'end';
}

/** What the button says of its popup to those who cannot see it, and to styles. */
export function openerProps(kind: 'menu' | 'dialog', id: string, isOpen: boolean) {
  return {
    'aria-haspopup': kind,
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    'data-state': isOpen ? 'open' : 'closed',
  } as const;
}
