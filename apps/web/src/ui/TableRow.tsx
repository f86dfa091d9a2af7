import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

interface TableRowProps extends ComponentProps<'tr'> {
  readonly selected?: boolean;
}

/**
 * A line of a `Table`. With `onClick` the whole line answers to the mouse; keep a link or a
 * button inside as well, which is the way for the keyboard.
 */
export function TableRow({ selected = false, className, ...rest }: TableRowProps) {
  return (
    <tr
      className={classNames(
        'border-b transition-colors duration-75 last:border-b-0',
        selected ? 'bg-accent-soft' : rest.onClick && 'hover:bg-sunken',
        rest.onClick && 'cursor-pointer',
        className,
      )}
      {...rest}
    />
  );
}
