import { Fragment, type ReactNode, type RefObject } from 'react';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';
import type { PopupPlace, PopupProps } from './popup.ts';
import { TriggerStandIn } from './TriggerStandIn.tsx';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly tone?: 'plain' | 'danger';
  readonly disabled?: boolean;
  /** Shown at the right end, such as the keys. */
  readonly hint?: ReactNode;
  /** Given for a choice among several: whether it is the one in force. */
  readonly checked?: boolean;
}

interface MenuPanelProps extends PopupProps, PopupPlace {
  readonly groups: readonly (readonly MenuItem[])[];
  readonly header: ReactNode;
  /** The id of the button, whose name is also the menu's. */
  readonly labelledBy: string;
  /** Whether it is being opened by a key, which goes on to the first item. */
  readonly byKey: RefObject<boolean>;
}

/** What a `DropdownMenu` shows while it is open. Comes by itself, after the page. */
export function MenuPanel({
  id,
  trigger,
  isOpen,
  onOpenChange,
  side,
  align,
  groups,
  header,
  labelledBy,
  byKey,
}: MenuPanelProps) {
  return (
    <Radix.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <TriggerStandIn trigger={trigger} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-labelledby={labelledBy}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onFocus={(event) => {
            if (event.target !== event.currentTarget || !byKey.current) return;
            byKey.current = false;
            focusFirstItem(event.currentTarget);
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-72 min-w-44 animate-pop overflow-y-auto rounded-r2 border bg-raised p-1 shadow-2"
        >
          {header}
          {groups
            .filter((group) => group.length > 0)
            .map((group, index) => (
              <Fragment key={group[0]?.label}>
                {index > 0 && <Radix.Separator className="mx-1 my-1 h-px bg-line" />}
                {group.map((item) => (
                  <Item key={item.label} {...item} />
                ))}
              </Fragment>
            ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The library does so too, but has not heard of a key that was pressed before it was there. */
function focusFirstItem(menu: HTMLElement): void {
  const first = menu.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])');
  first?.focus({ preventScroll: true });
}

function Item({
  label,
  icon,
  onSelect,
  tone = 'plain',
  disabled = false,
  hint,
  checked,
}: MenuItem) {
  const className = classNames(
    'flex items-center gap-2 rounded-r1 px-2 py-1.5 outline-none data-[disabled]:opacity-45 [&>svg]:size-4 [&>svg]:shrink-0',
    tone === 'danger'
      ? 'text-fail data-[highlighted]:bg-fail-soft'
      : 'data-[highlighted]:bg-accent-soft [&>svg]:text-muted',
  );
  const inside = (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint !== undefined && <span className="pl-4 text-hint text-faint">{hint}</span>}
    </>
  );
  if (checked === undefined) {
    return (
      <Radix.Item className={className} disabled={disabled} onSelect={onSelect}>
        {inside}
      </Radix.Item>
    );
  }
  return (
    <Radix.CheckboxItem
      className={className}
      disabled={disabled}
      checked={checked}
      onSelect={onSelect}
    >
      {inside}
      <span className="size-4 text-accent" aria-hidden>
        {checked && <Check className="size-4" />}
      </span>
    </Radix.CheckboxItem>
  );
}
