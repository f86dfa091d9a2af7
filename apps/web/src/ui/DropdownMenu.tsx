import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { Slot } from 'radix-ui';
import { AwaitedPopup } from './AwaitedPopup.tsx';
import { later, useSoon } from './later.tsx';
import type { MenuItem } from './MenuPanel.tsx';
import { type PopupPlace, openerProps } from './popup.ts';
import { useOpening } from './use-opening.ts';

export type { MenuItem };

const MenuPanel = later(
  () => import('./MenuPanel.tsx').then((module) => module.MenuPanel),
  AwaitedPopup,
);

interface DropdownMenuProps extends Partial<PopupPlace> {
  /** A button; its name says what the menu is for. */
  readonly trigger: ReactNode;
  /** A line divides each group from the next. */
  readonly groups: readonly (readonly MenuItem[])[];
  /** Stands above the items. */
  readonly header?: ReactNode;
  /** The menu keeps its own state when not given. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A menu that opens from a button. */
export function DropdownMenu({
  trigger,
  groups,
  header,
  side = 'bottom',
  align = 'end',
  open,
  onOpenChange,
}: DropdownMenuProps) {
  const { isOpen, wasOpened, setOpen } = useOpening({ open, onOpenChange });
  const button = useRef<HTMLElement>(null);
  const byKey = useRef(false);
  const buttonId = useId();
  const id = useId();
  useSoon(MenuPanel);

  function onPointerDown(event: PointerEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey) return;
    // Opened, the menu takes the focus, which the button would take after it.
    if (!isOpen) event.preventDefault();
    byKey.current = false;
    setOpen(!isOpen);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    byKey.current = true;
    setOpen(event.key === 'ArrowDown' || !isOpen);
  }

  return (
    <>
      <Slot.Root
        ref={button}
        id={buttonId}
        {...openerProps('menu', id, isOpen)}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      >
        {trigger}
      </Slot.Root>
      {wasOpened && (
        <MenuPanel
          id={id}
          labelledBy={buttonId}
          trigger={button}
          byKey={byKey}
          isOpen={isOpen}
          onOpenChange={setOpen}
          side={side}
          align={align}
          groups={groups}
          header={header}
        />
      )}
    </>
  );
}
