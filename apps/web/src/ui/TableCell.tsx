import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** One value of a `TableRow`. */
export function TableCell({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={classNames('px-4 py-2.5 align-middle', className)} {...rest} />;
}
