import { Fragment, type ReactNode } from 'react';
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

interface DropdownMenuProps {
  /** A button; its name says what the menu is for. */
  readonly trigger: ReactNode;
  /** A line divides each group from the next. */
  readonly groups: readonly (readonly MenuItem[])[];
  /** Stands above the items. */
  readonly header?: ReactNode;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly align?: 'start' | 'center' | 'end';
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
  return (
    <Radix.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
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
