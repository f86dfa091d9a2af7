import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Column {
  readonly label: string;
  /** Keeps the label for screen readers only, as for a column of buttons. */
  readonly hideLabel?: boolean;
  readonly className?: string;
}

interface TableProps {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column[];
  /** `TableRow`s. */
  readonly children: ReactNode;
}

/** A table in a card, with a head that stays in sight. */
export function Table({ label, columns, children }: TableProps) {
  return (
    <div className="overflow-x-auto rounded-r2 border bg-surface shadow-1">
      <table className="w-full border-collapse text-left" aria-label={label}>
        <thead>
          <tr className="border-b text-hint text-muted">
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={classNames('px-4 py-2 font-medium whitespace-nowrap', column.className)}
              >
                <span className={column.hideLabel ? 'sr-only' : undefined}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
