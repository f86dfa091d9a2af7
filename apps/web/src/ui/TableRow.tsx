import type { ComponentProps, MouseEvent, MouseEventHandler } from 'react';
import { classNames } from './class-names.ts';

interface TableRowProps extends ComponentProps<'tr'> {
  readonly selected?: boolean;
}

/**
 * A line of a `Table`. With `onClick` the whole line answers to the mouse, but for the links and
 * buttons in it, which answer themselves; have one of them do the same, as the way for the keyboard.
 */
export function TableRow({ selected = false, className, onClick, ...rest }: TableRowProps) {
  return (
    <tr
      className={classNames(
        'border-b transition-colors duration-75 last:border-b-0',
        selected ? 'bg-accent-soft' : onClick && 'hover:bg-sunken',
        onClick && 'cursor-pointer',
        className,
      )}
      onClick={onClick && besideControls(onClick)}
      {...rest}
    />
  );
}

function besideControls(
  onClick: MouseEventHandler<HTMLTableRowElement>,
): MouseEventHandler<HTMLTableRowElement> {
  return (event: MouseEvent<HTMLTableRowElement>) => {
    if (event.target instanceof Element && event.target.closest('a, button')) return;
    onClick(event);
  };
}
