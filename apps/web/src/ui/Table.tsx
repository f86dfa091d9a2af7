import type { ReactNode } from 'react';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { classNames } from './class-names.ts';

export interface Column {
  readonly label: string;
  /** Keeps the label for screen readers only, as for a column of buttons. */
  readonly hideLabel?: boolean;
  readonly className?: string;
  /** Given for a column by which the rows can be ordered. */
  readonly sort?: ColumnSort;
}

export interface ColumnSort {
  /** How the rows are ordered by this column now, if they are. */
  readonly order: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
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
                {...(column.sort && { 'aria-sort': column.sort.order ?? 'none' })}
                className={classNames('px-4 py-2 font-medium whitespace-nowrap', column.className)}
              >
                {column.sort ? (
                  <SortButton label={column.label} {...column.sort} />
                ) : (
                  <span className={column.hideLabel ? 'sr-only' : undefined}>{column.label}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function SortButton({ label, order, onSort }: ColumnSort & { readonly label: string }) {
  const Sign = order === undefined ? ChevronsUpDown : order === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={onSort}
      className={classNames(
        '-mx-1.5 inline-flex items-center gap-1 rounded-r1 px-1.5 py-0.5 font-medium hover:bg-sunken hover:text-ink',
        order !== undefined && 'text-ink',
      )}
    >
      {label}
      <Sign className={classNames('size-3', order === undefined && 'opacity-50')} aria-hidden />
    </button>
  );
}
