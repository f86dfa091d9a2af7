import { Fragment, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';

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

export interface MenuProps {
  /** A line divides each group from the next. */
  readonly groups: readonly (readonly MenuItem[])[];
  /** Stands above the items. */
  readonly header?: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
}

interface OpenMenuProps extends MenuProps {
  readonly id: string;
  /** The button, by which the menu is called. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Then its first item has the focus. */
  readonly byKey: boolean;
  readonly onClose: () => void;
}

/** The items of a menu, beside its button. */
export function OpenMenu({
  id,
  anchor,
  byKey,
  onClose,
  groups,
  header,
  side = 'bottom',
  align = 'end',
}: OpenMenuProps) {
  const content = useRef<HTMLDivElement>(null);
  const leftElsewhere = useRef(false);
  useEffect(() => {
    if (!byKey) return undefined;
    // The menu itself takes the focus first.
    const timer = setTimeout(() =>
      content.current?.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus(),
    );
    return () => clearTimeout(timer);
  }, [byKey]);
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      {createPortal(<Place of={anchor} />, document.body)}
      <Radix.Portal>
        <Radix.Content
          ref={content}
          id={id}
          aria-labelledby={anchor.current?.id}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
            else leftElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!leftElsewhere.current) anchor.current?.focus();
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

/** Stands where the button does, for the menu to be placed by: the button is older than the menu's script. */
function Place({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const { left = 0, top = 0, width = 0, height = 0 } = of.current?.getBoundingClientRect() ?? {};
  return (
    <Radix.Trigger asChild>
      <span
        aria-hidden
        style={{ position: 'fixed', left, top, width, height, visibility: 'hidden' }}
      />
    </Radix.Trigger>
  );
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
